"""What processes of multiprocessing send each other: through queues and pipes, from one to one."""

import multiprocessing
import statistics

from measure import emit, partner, repeated, together, trip

TRIPS = 10_000
TIMES = 5
SMALL = range(100_000)
BLOCKS = [bytes(1 << 20)] * 100


def send_all(send, messages):
    for message in messages:
        send(message)


def one_way(send, receive, messages):
    """Messages a second from a partner to this process."""

    def receive_all():
        for _ in messages:
            message = receive()
        if message != messages[-1]:
            raise SystemExit("messages were lost")

    return len(messages) / together(send_all, (send, messages), receive_all)


def answer(receive, send):
    for _ in range(TRIPS):
        send(receive())


def there_and_back(send, receive, its_receive, its_send):
    """Median microseconds of a message that a partner sends back."""
    with partner(answer, its_receive, its_send):
        return trip(lambda: (send(12345), receive()), TRIPS)


def queue_one_way(make, messages):
    def once():
        queue = make()
        return one_way(queue.put, queue.get, messages)

    return statistics.median(repeated(once, TIMES))


def queue_trip():
    out, back = multiprocessing.Queue(), multiprocessing.Queue()
    return there_and_back(out.put, back.get, out.get, back.put)


def pipe_trip():
    here, there = multiprocessing.Pipe()
    with here, there:
        return there_and_back(here.send, here.recv, there.recv, there.send)


def pipe_one_way(send, receive, messages):
    def once():
        receiver, sender = multiprocessing.Pipe(duplex=False)
        with receiver, sender:
            return one_way(getattr(sender, send), getattr(receiver, receive), messages)

    return statistics.median(repeated(once, TIMES))


def main():
    megabytes = len(BLOCKS[0]) / 1e6
    emit("queue, small messages", queue_one_way(multiprocessing.Queue, SMALL), "msgs/s")
    emit("queue, small messages, SimpleQueue", queue_one_way(multiprocessing.SimpleQueue, SMALL), "msgs/s")
    emit("queue of 1,000, small messages", queue_one_way(lambda: multiprocessing.Queue(1_000), SMALL), "msgs/s")
    emit("queue of 4, 1 MiB messages", megabytes * queue_one_way(lambda: multiprocessing.Queue(4), BLOCKS), "MB/s")
    emit("queue, there and back", statistics.median(repeated(queue_trip, TIMES)), "µs")
    emit("pipe, there and back", statistics.median(repeated(pipe_trip, TIMES)), "µs")
    emit("pipe, small messages", pipe_one_way("send", "recv", SMALL), "msgs/s")
    emit("pipe, 1 MiB messages", megabytes * pipe_one_way("send", "recv", BLOCKS), "MB/s")
    emit("pipe, 1 MiB messages, send_bytes", megabytes * pipe_one_way("send_bytes", "recv_bytes", BLOCKS), "MB/s")


if __name__ == "__main__":
    main()
