# prints: 10 items, sum 55
# Give the file another name than queue.py: Python has a module of that name.
from multiprocessing import Process, Queue

END = None


def put_numbers(queue, first, last):
    for number in range(first, last + 1):
        queue.put(number)
    queue.put(END)


def take_until_end(queue, taken):
    while (number := queue.get()) is not END:
        taken.put(number)


if __name__ == "__main__":
    queue = Queue(3)
    taken = Queue()
    processes = [
        Process(target=put_numbers, args=(queue, 1, 5)),
        Process(target=put_numbers, args=(queue, 6, 10)),
        Process(target=take_until_end, args=(queue, taken)),
        Process(target=take_until_end, args=(queue, taken)),
    ]
    for process in processes:
        process.start()
    numbers = [taken.get() for _ in range(10)]
    for process in processes:
        process.join()
    print(len(numbers), "items, sum", sum(numbers))
