# prints: 1 | [2, 3, 4, 5, 6]
from multiprocessing import Array, Process, Value


def add_one(value, array):
    with value.get_lock():
        value.value += 1
    with array.get_lock():
        for i in range(len(array)):
            array[i] += 1


if __name__ == "__main__":
    value = Value("i", 0)
    array = Array("i", [1, 2, 3, 4, 5])
    child = Process(target=add_one, args=(value, array))
    child.start()
    child.join()
    print(value.value)
    print(array[:])
