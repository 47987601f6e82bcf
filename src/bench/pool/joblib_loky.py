"""joblib on loky, its default back end. Left out where Python cannot import it."""

import time

from measure import cold_start, echo, emit, not_here, payload, rate, square, there_and_back

try:
    import joblib
    from joblib.externals.loky import get_reusable_executor
except ImportError as missing:
    not_here(f"joblib is not installed for this Python ({missing}): its rows are left out")

WORKERS = 2


def start():
    begin = time.perf_counter()
    executor = get_reusable_executor(max_workers=WORKERS)
    executor.submit(square, 3).result()
    seconds = time.perf_counter() - begin
    executor.shutdown(wait=True)
    return seconds


def main():
    def squares(items, batch):
        joblib.Parallel(n_jobs=WORKERS, batch_size=batch)(joblib.delayed(square)(i) for i in items)

    few, many = range(5_000), range(200_000)
    squares(few, 1000)
    emit("tiny tasks, chunk 1", rate(lambda: squares(few, 1), len(few), 2), "items/s")
    emit("tiny tasks, chunk 1000", rate(lambda: squares(many, 1000), len(many), 3), "items/s")
    executor = get_reusable_executor(max_workers=WORKERS)
    there_and_back(lambda: executor.submit(square, 3).result(), 5_000)
    payload(lambda block: executor.submit(echo, block).result())
    executor.shutdown(wait=True)
    cold_start(start)


if __name__ == "__main__":
    main()
