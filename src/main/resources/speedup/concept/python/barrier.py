# prints: all came before one went on: True
import time
from multiprocessing import Barrier, Process, Queue


def meet(barrier, number, words):
    time.sleep(0.3 * number)
    words.put("came")
    barrier.wait()
    time.sleep(0.3)
    words.put("went on")


if __name__ == "__main__":
    barrier = Barrier(3)
    words = Queue()
    workers = [Process(target=meet, args=(barrier, number, words)) for number in range(3)]
    for worker in workers:
        worker.start()
    order = [words.get() for _ in range(6)]
    for worker in workers:
        worker.join()
    print("all came before one went on:", order == ["came"] * 3 + ["went on"] * 3)
