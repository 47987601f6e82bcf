# prints: results are the same: True | the law allows 1.67
import time
from multiprocessing import Pool


def churn(steps):
    state = 1
    for _ in range(steps):
        state = state * 48271 % 2147483647
    return state


def run(pool, workers, serial, parallel):
    begin = time.perf_counter()
    first = pool.apply(churn, (serial,))
    pool.map(churn, [parallel // workers] * workers, chunksize=1)
    return first, time.perf_counter() - begin


if __name__ == "__main__":
    with Pool(2) as pool:
        first, one = run(pool, 1, 1_000_000, 4_000_000)
        again, two = run(pool, 2, 1_000_000, 4_000_000)
    print("results are the same:", first == again)
    print(f"the law allows {1 / (0.2 + 0.8 / 2):.2f}")  # measured: one / two
