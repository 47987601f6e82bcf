# prints: 20000
from multiprocessing import Lock, Process, Value


def count(lock, counter, rounds):
    for _ in range(rounds):
        with lock:
            counter.value += 1


if __name__ == "__main__":
    lock = Lock()
    counter = Value("i", 0, lock=False)
    workers = [Process(target=count, args=(lock, counter, 10_000)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(counter.value)
