"""What processes of multiprocessing meet at: locks, a locked number, event, condition, semaphore, barrier."""

import multiprocessing
import statistics

from measure import emit, partner, rate, repeated, together, trip

TURNS = 500_000
TRIPS = 10_000
TIMES = 5


def turn(lock):
    for _ in range(TURNS):
        lock.acquire()
        lock.release()


def increment(number):
    for _ in range(TURNS):
        with number.get_lock():
            number.value += 1


def alone(work, shared):
    """Turns a second of this process, with nobody beside it."""
    return rate(lambda: work(shared), TURNS, TIMES)


def contended(work, shared):
    """Turns a second of this process and a partner that wants the same."""
    return 2 * TURNS / statistics.median(repeated(lambda: together(work, (shared,), lambda: work(shared)), TIMES))


def locks():
    lock = multiprocessing.Lock()
    emit("lock, free", 1e9 / alone(turn, lock), "ns")
    emit("lock, two contend", contended(turn, lock), "turns/s")
    number = multiprocessing.Value("q", 0)
    emit("locked increment, free", alone(increment, number), "turns/s")
    number.value = 0
    emit("locked increment, two contend", contended(increment, number), "turns/s")
    if number.value % (2 * TURNS) != 0:
        raise SystemExit("increments were lost")


def answer_event(ping, pong):
    for _ in range(TRIPS):
        ping.wait()
        ping.clear()
        pong.set()


def event():
    ping, pong = multiprocessing.Event(), multiprocessing.Event()

    def there_and_back():
        ping.set()
        pong.wait()
        pong.clear()

    with partner(answer_event, ping, pong):
        return trip(there_and_back, TRIPS)


def answer_condition(condition, asked):
    for _ in range(TRIPS):
        with condition:
            condition.wait_for(lambda: asked.value)
            asked.value = False
            condition.notify()


def condition():
    changed, asked = multiprocessing.Condition(), multiprocessing.RawValue("b", False)

    def there_and_back():
        with changed:
            asked.value = True
            changed.notify()
            changed.wait_for(lambda: not asked.value)

    with partner(answer_condition, changed, asked):
        return trip(there_and_back, TRIPS)


def answer_semaphore(ping, pong):
    for _ in range(TRIPS):
        ping.acquire()
        pong.release()


def semaphore():
    ping, pong = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)

    def there_and_back():
        ping.release()
        pong.acquire()

    with partner(answer_semaphore, ping, pong):
        return trip(there_and_back, TRIPS)


def meet(barrier):
    for _ in range(TRIPS):
        barrier.wait()


def barrier():
    both = multiprocessing.Barrier(2)
    return TRIPS / together(meet, (both,), lambda: meet(both))


def main():
    locks()
    emit("event, there and back", statistics.median(repeated(event, TIMES)), "µs")
    emit("condition, there and back", statistics.median(repeated(condition, TIMES)), "µs")
    emit("semaphore, there and back", statistics.median(repeated(semaphore, TIMES)), "µs")
    emit("barrier of two", statistics.median(repeated(barrier, TIMES)), "rounds/s")


if __name__ == "__main__":
    main()
