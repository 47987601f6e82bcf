# prints: 42 | a lambda cannot cross | an open file cannot cross | a lock of threads cannot cross
import pickle
import threading
from functools import partial
from multiprocessing import Pipe, Process
from operator import mul


def call_received(connection):
    times = connection.recv()
    connection.send(times(6))


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=call_received, args=(theirs,))
    child.start()
    ours.send(partial(mul, 7))  # a function with a name, and the 7
    print(ours.recv())
    child.join()

    with open(__file__) as file:
        others = {
            "a lambda": lambda number: number * 7,
            "an open file": file,
            "a lock of threads": threading.Lock(),
        }
        for what, it in others.items():
            try:
                ours.send(it)
            except (TypeError, pickle.PicklingError):
                print(what, "cannot cross")
