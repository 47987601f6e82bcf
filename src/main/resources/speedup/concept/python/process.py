# prints: Hello, Ada | True | False | 0 | True | -15
import time
from multiprocessing import Process


def greet(name):
    print(f"Hello, {name}", flush=True)


if __name__ == "__main__":
    child = Process(target=greet, args=("Ada",))
    child.start()
    child.join()
    child.terminate()  # too late: no effect
    slow = Process(target=time.sleep, args=(8,))
    slow.start()
    print(slow.is_alive())
    print(child.is_alive())
    print(child.exitcode)
    a = Process(target=time.sleep, args=(1,))
    b = Process(target=time.sleep, args=(1,))
    begin = time.monotonic()
    a.start()
    b.start()
    a.join()
    b.join()
    print(1 <= time.monotonic() - begin < 2)
    slow.terminate()  # at work: signal 15
    slow.join()
    print(slow.exitcode)
