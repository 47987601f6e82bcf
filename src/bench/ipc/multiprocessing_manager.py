"""A dict that multiprocessing's manager serves from a process of its own."""

import multiprocessing

from measure import emit, rate

TURNS = 20_000
TIMES = 5
KEYS = 64


def main():
    with multiprocessing.Manager() as manager:
        shared = manager.dict()

        def write():
            for i in range(TURNS):
                shared[i % KEYS] = i

        def read():
            for i in range(TURNS):
                if shared[i % KEYS] % KEYS != i % KEYS:
                    raise SystemExit("another key's value")

        write()
        emit("manager, dict set", rate(write, TURNS, TIMES), "turns/s")
        emit("manager, dict get", rate(read, TURNS, TIMES), "turns/s")


if __name__ == "__main__":
    main()
