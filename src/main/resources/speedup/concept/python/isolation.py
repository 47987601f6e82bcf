# prints: child: 99 | parent: 0
from multiprocessing import Process

number = 0


def change():
    global number
    number = 99
    print("child:", number, flush=True)


if __name__ == "__main__":
    child = Process(target=change)
    child.start()
    child.join()
    print("parent:", number)
