# prints: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] | 512 | [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
import random
import time
from concurrent.futures import ProcessPoolExecutor, as_completed


def power(n):
    time.sleep(random.random() * 0.3)
    return 2**n


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=3) as executor:
        futures = [executor.submit(power, n) for n in range(10)]
        came = [future.result() for future in as_completed(futures)]
        print(sorted(came))  # came itself is in the order of their ends
        print(executor.submit(power, 9).result())
        print(list(executor.map(power, range(10), chunksize=5)))
