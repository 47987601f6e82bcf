# prints: [0, 0, 1, 1, 2, 2, 3, 3, 4, 4] | {1: 1, 2: 4, 3: 9, 4: 16}
from multiprocessing import Manager, Process


def append_numbers(numbers):
    for number in range(5):
        numbers.append(number)


def fill_dict_in_dict(dicts, number):
    dicts[number]["square"] = number * number


def perform(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


if __name__ == "__main__":
    with Manager() as manager:
        numbers = manager.list()
        perform([Process(target=append_numbers, args=(numbers,)) for _ in range(2)])
        print(sorted(numbers))

        dicts = manager.dict()
        for number in range(1, 5):
            dicts[number] = manager.dict()
        perform([Process(target=fill_dict_in_dict, args=(dicts, n)) for n in range(1, 5)])
        print({number: dicts[number]["square"] for number in sorted(dicts.keys())})
