# prints: threads: 2 x 9592 primes | processes: 2 x 9592 primes
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def primes(limit):
    sieve = bytearray([1]) * limit
    sieve[:2] = b"\0\0"
    for n in range(2, int(limit**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = bytes(len(range(n * n, limit, n)))
    return sum(sieve)


if __name__ == "__main__":
    # on threads one waits for the other: only who has the interpreter's lock computes
    for name, kind in ("threads", ThreadPoolExecutor), ("processes", ProcessPoolExecutor):
        with kind(2) as workers:
            counts = list(workers.map(primes, [100_000, 100_000]))
        print(f"{name}: {len(counts)} x {counts[0]} primes")
