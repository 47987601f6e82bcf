"""What the peers' scripts share: each prints one JSON object a line, a row's name with its value in this round."""

import contextlib
import json
import math
import multiprocessing
import statistics
import sys
import time

SECONDS = 8.0
"""No figure takes longer than this by much: repeats stop there."""


def square(x):
    return x * x


def echo(payload):
    return payload


def emit(name, value, unit):
    print(json.dumps({"name": name, "value": value, "unit": unit}), flush=True)


def timed(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def repeated(measure, times):
    """The values of several calls; fewer when they take too long."""
    values = []
    start = time.perf_counter()
    while len(values) < times and (not values or time.perf_counter() - start < SECONDS):
        values.append(measure())
    return values


def rate(action, amount, times):
    """How much of the amount an action gets done in a second, median."""
    return statistics.median(repeated(lambda: amount / timed(action), times))


def there_and_back(action, trips):
    """Emits median and p99 of an action that sends one task and waits for its result."""
    repeated(action, trips // 10)
    micros = sorted(repeated(lambda: timed(action) * 1e6, trips))
    emit("one task there and back, median", statistics.median(micros), "µs")
    emit("one task there and back, p99", micros[math.ceil(len(micros) * 0.99) - 1], "µs")


def payload(send_and_receive):
    """Emits how fast 1 MiB travels, both directions counted."""
    size, trips = 1 << 20, 40
    block = bytes(size)

    def action():
        for _ in range(trips):
            send_and_receive(block)

    action()
    emit("1 MiB there and back", rate(action, 2 * size * trips / 1e6, 3), "MB/s")


def cold_start(start_and_stop):
    """Emits the median of several starts; each call returns its seconds to the first result."""
    millis = [1e3 * seconds for seconds in repeated(start_and_stop, 7)]
    emit("cold start to first result, 2 workers", statistics.median(millis), "ms")


def resident(pids):
    """Emits the resident memory of processes, their mean, where the system has /proc."""
    sizes = []
    for pid in pids:
        try:
            with open(f"/proc/{pid}/status", encoding="ascii") as status:
                sizes += [int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:")]
        except FileNotFoundError:
            return
    emit("resident memory of an idle worker", statistics.mean(sizes), "MB")


@contextlib.contextmanager
def partner(work, *arguments):
    """Another process that does its part while the block does ours; the block's end waits for it."""
    process = multiprocessing.Process(target=work, args=arguments, daemon=True)
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
    if process.exitcode != 0:
        sys.exit(f"the partner ended with exit code {process.exitcode}")


def between_meetings(meet, work, arguments):
    meet.wait()
    work(*arguments)
    meet.wait()


def together(work, arguments, mine):
    """Seconds from when this process and a partner are both there until both have done their part."""
    meet = multiprocessing.Barrier(2)
    with partner(between_meetings, meet, work, arguments):
        meet.wait()
        return timed(lambda: (mine(), meet.wait()))


def trip(action, count):
    """Median microseconds of an action that a partner answers; all are done, so that it can count along."""
    for _ in range(count // 10):
        action()
    return statistics.median(timed(action) * 1e6 for _ in range(count - count // 10))


def not_here(why):
    """Ends the script: this peer is left out. The code is known to compare.py."""
    print(why, file=sys.stderr)
    sys.exit(3)
