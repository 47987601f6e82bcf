"""multiprocessing.Pool with its default start method; starts and memory with spawn, the only one that begins afresh as a JVM does."""

import multiprocessing
import time

from measure import cold_start, echo, emit, payload, rate, resident, square, there_and_back

WORKERS = 2


def start():
    begin = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        pool.apply(square, (3,))
        return time.perf_counter() - begin


def idle_memory():
    before = set(multiprocessing.active_children())
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        pool.map(square, range(WORKERS), 1)
        resident([child.pid for child in multiprocessing.active_children() if child not in before])


def main():
    with multiprocessing.Pool(WORKERS) as pool:
        few, many = list(range(100_000)), list(range(1_000_000))
        pool.map(square, few, 1000)
        emit("tiny tasks, chunk 1", rate(lambda: pool.map(square, few, 1), len(few), 2), "items/s")
        emit("tiny tasks, chunk 1000", rate(lambda: pool.map(square, many, 1000), len(many), 5), "items/s")
        there_and_back(lambda: pool.apply(square, (3,)), 5_000)
        payload(lambda block: pool.apply(echo, (block,)))
    cold_start(start)
    idle_memory()


if __name__ == "__main__":
    main()
