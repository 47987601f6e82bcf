# prints: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] | [2, 4, 6, 8] | 27 | called back with 27 | [5, 1, 3] | [1, 3, 5]
import time
from multiprocessing import Pool


def square(x):
    return x * x


def add(a, b):
    return a + b


def cube(x):
    return x**3


def take_time(x):
    time.sleep(x / 5)
    return x


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(10)))
        print(pool.starmap(add, [(1, 1), (2, 2), (3, 3), (4, 4)]))
        print(pool.apply(cube, (3,)))
        pool.apply_async(cube, (3,), callback=lambda x: print("called back with", x)).wait()
        print(list(pool.imap(take_time, [5, 1, 3])))
        print(list(pool.imap_unordered(take_time, [5, 1, 3])))
