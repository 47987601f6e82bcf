# prints: 50 | one | two | three | end of stream
from multiprocessing import Pipe, Process


def times_five(connection):
    connection.send(connection.recv() * 5)


def send_lines(connection):
    for line in ("one", "two", "three"):
        connection.send(line)
    connection.close()


if __name__ == "__main__":
    ours, theirs = Pipe()
    child = Process(target=times_five, args=(theirs,))
    child.start()
    ours.send(10)
    print(ours.recv())
    child.join()

    receiver, sender = Pipe(duplex=False)
    child = Process(target=send_lines, args=(sender,))
    child.start()
    sender.close()  # the child has its own
    try:
        while True:
            print(receiver.recv())
    except EOFError:
        print("end of stream")
    child.join()
