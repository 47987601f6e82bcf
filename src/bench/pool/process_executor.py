"""concurrent.futures.ProcessPoolExecutor with its default start method; starts with spawn."""

import concurrent.futures
import multiprocessing
import time

from measure import cold_start, echo, emit, payload, rate, square, there_and_back

WORKERS = 2


def start():
    begin = time.perf_counter()
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(WORKERS, mp_context=spawn) as executor:
        executor.submit(square, 3).result()
        return time.perf_counter() - begin


def main():
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as executor:

        def squares(items, chunk):
            for _ in executor.map(square, items, chunksize=chunk):
                pass

        few, many = range(20_000), range(1_000_000)
        squares(few, 1000)
        emit("tiny tasks, chunk 1", rate(lambda: squares(few, 1), len(few), 2), "items/s")
        emit("tiny tasks, chunk 1000", rate(lambda: squares(many, 1000), len(many), 3), "items/s")
        there_and_back(lambda: executor.submit(square, 3).result(), 5_000)
        payload(lambda block: executor.submit(echo, block).result())
    cold_start(start)


if __name__ == "__main__":
    main()
