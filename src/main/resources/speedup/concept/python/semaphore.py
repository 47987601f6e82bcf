# prints: most at once: 2
import time
from multiprocessing import Process, Semaphore, Value


def visit(places, inside, most):
    with places:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.3)  # a query
        with inside.get_lock():
            inside.value -= 1


if __name__ == "__main__":
    places = Semaphore(2)
    inside = Value("i", 0)
    most = Value("i", 0)
    workers = [Process(target=visit, args=(places, inside, most)) for _ in range(5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("most at once:", most.value)
