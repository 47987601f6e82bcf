# prints: [495, 495, 495]
import time
from multiprocessing import Array, Condition, Process, Queue


def produce(condition, numbers):
    time.sleep(0.5)
    with condition:
        numbers[:] = [99] * len(numbers)
        condition.notify_all()


def consume(condition, numbers, sums):
    with condition:
        condition.wait_for(lambda: numbers[0] == 99)
        sums.put(sum(numbers[:]))


if __name__ == "__main__":
    condition = Condition()
    numbers = Array("i", 5, lock=False)
    sums = Queue()
    processes = [Process(target=consume, args=(condition, numbers, sums)) for _ in range(3)]
    processes.append(Process(target=produce, args=(condition, numbers)))
    for process in processes:
        process.start()
    print([sums.get() for _ in range(3)])
    for process in processes:
        process.join()
