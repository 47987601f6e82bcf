# prints: the parent sets the flag | went on: 3
import time
from multiprocessing import Event, Process, Queue


def wait_for(flag, done):
    flag.wait()
    done.put("went on")


if __name__ == "__main__":
    flag = Event()
    done = Queue()
    workers = [Process(target=wait_for, args=(flag, done)) for _ in range(3)]
    for worker in workers:
        worker.start()
    time.sleep(2)
    print("the parent sets the flag")
    flag.set()
    words = [done.get() for _ in workers]
    for worker in workers:
        worker.join()
    print("went on:", len(words))
