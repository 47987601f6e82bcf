# prints: one at a time is slower than a plain loop: True | and slower than a thousand at a time: True
import time
from multiprocessing import Pool


def add_one(n):
    return n + 1


def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    items = range(10_000)
    loop = seconds(lambda: [add_one(n) for n in items])
    with Pool(2) as pool:
        pool.map(add_one, items, chunksize=100)  # the processes are up after this
        single = seconds(lambda: pool.map(add_one, items, chunksize=1))
        thousand = seconds(lambda: pool.map(add_one, items, chunksize=1000))
    print("one at a time is slower than a plain loop:", single > loop)
    print("and slower than a thousand at a time:", single > thousand)
