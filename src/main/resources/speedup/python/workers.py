"""The Python side of the engine "python": chunks on a multiprocessing.Pool, for Python 3.8 and later.

The parent writes one JSON object a line to standard input, and reads one a line from standard
output; whatever else is printed goes to standard error. When standard input ends, for whatever
reason, this process and its pool end at once.

    parent                                          this process
    {"do": "start", "workers": 2}                   {"is": "ready", "method": "fork", "workers": [[pid, at], ...]}
    {"do": "ping"}                                  {"is": "pong", "at": nanoseconds}
    {"do": "begin"}                                 {"is": "beat", "running": [[worker, chunk, since], ...]}, and again
    {"do": "chunk", "function": "parallel_sum",     {"is": "done", "worker": 0, "chunk": 7, "at": [began, computed, ended],
     "chunk": 7, "argument": [0, 100]}               "cpu": [before, after], "resident": bytes, "result": 328350}
                                                    {"is": "failed", "chunk": 7, "error": "ValueError: ..."}
    {"do": "end"}                                   {"is": "ended"}

Times are nanoseconds of time.perf_counter_ns(), which all processes of a machine share.
"""

import json
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import tempfile
import threading
import time

LONGEST_LINE = 64 * 1024 * 1024
MOST_WORKERS = 64
START_SECONDS = 60
BEAT_SECONDS = 0.05
RESIDENT_NANOS = 100_000_000

# ---- the workloads: the same loops as in Java, on the same items


def squares(begin, end):
    total = 0
    for number in range(begin, end):
        total += number * number
    return total


def sum_of_squares(argument):
    tasks, size = argument
    sums = [squares(0, size) for _ in range(tasks)]
    return {"tasks": tasks, "sum": sums[0], "equal": all(each == sums[0] for each in sums)}


def parallel_sum(argument):
    begin, end = argument
    return squares(begin, end)


def tiny_tasks(argument):
    begin, end = argument
    return squares(begin, end)


def sleep(argument):
    tasks, millis = argument
    for _ in range(tasks):
        time.sleep(millis / 1000)
    return tasks


def is_prime(number):
    if number < 4:
        return number > 1
    if number % 2 == 0:
        return False
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return True


def primes_range(argument):
    begin, end = argument
    return [number for number in range(begin, end) if is_prime(number)]


def primes_file(argument):
    by_digits = [0] * 19
    for number in argument:
        if is_prime(number):
            by_digits[len(str(number)) - 1] += 1
    return by_digits


BITS_64 = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(bits):
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & BITS_64
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & BITS_64
    return bits ^ (bits >> 31)


def monte_carlo_pi(argument):
    seed, begin, end = argument
    start = mix(seed)
    unit = 2.0**-32
    inside = 0
    for point in range(begin, end):
        bits = mix((start + (point + 1) * GAMMA) & BITS_64)
        x = ((bits >> 32) + 0.5) * unit
        y = ((bits & 0xFFFFFFFF) + 0.5) * unit
        if x * x + y * y < 1:
            inside += 1
    return inside


FUNCTIONS = {
    each.__name__: each
    for each in (
        sum_of_squares,
        parallel_sum,
        tiny_tasks,
        sleep,
        primes_range,
        primes_file,
        monte_carlo_pi,
    )
}

# ---- in a worker process

# columns of a worker's row in the shared table
PID, READY_AT, CHUNK, SINCE, COLUMNS = range(5)

worker = None  # number of this worker, from 0
table = None
resident_read_at = 0


def end_with_parent():
    """A worker that was started in the last moment, or is in a long chunk, must not stay behind."""
    multiprocessing.connection.wait([multiprocessing.parent_process().sentinel])
    os._exit(1)


def become_worker(counter, shared_table):
    global worker, table
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    if parent is not None:  # a forked worker must not keep the parent's pipe open
        os.close(parent)
    with counter.get_lock():
        number = counter.value
        counter.value += 1
    table = shared_table
    if (number + 1) * COLUMNS > len(table):
        return  # in place of one that died; the parent gives the run up
    worker = number
    table[number * COLUMNS + READY_AT] = time.perf_counter_ns()
    table[number * COLUMNS + PID] = os.getpid()


def resident():
    """Bytes in memory; -1 where they are not told, or were told a moment ago."""
    global resident_read_at
    now = time.perf_counter_ns()
    if now - resident_read_at < RESIDENT_NANOS:
        return -1
    resident_read_at = now
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return -1


def run_chunk(function, chunk, argument):
    if worker is None:
        raise RuntimeError("this worker took the place of one that died")
    cpu = time.process_time_ns()
    began = time.perf_counter_ns()
    row = worker * COLUMNS
    table[row + CHUNK] = chunk
    table[row + SINCE] = began
    try:
        value = FUNCTIONS[function](argument)
        computed = time.perf_counter_ns()
        result = json.dumps(value, separators=(",", ":"))
    finally:
        table[row + SINCE] = 0
    ended = time.perf_counter_ns()
    return (
        '{"is":"done","worker":%d,"chunk":%d,"at":[%d,%d,%d],"cpu":[%d,%d],"resident":%d,"result":%s}'
        % (worker, chunk, began, computed, ended, cpu, time.process_time_ns(), resident(), result)
    )


# ---- in the process that holds the pool

parent = None  # where messages to the parent go; not in a worker
parent_lock = threading.Lock()


def write(line):
    data = memoryview(line.encode("ascii") + b"\n")
    try:
        with parent_lock:
            while data:
                data = data[os.write(parent, data) :]
    except OSError:
        leave(0)  # nobody reads any more


def say(**message):
    write(json.dumps(message, separators=(",", ":")))


def leave(code):
    """Ends everything at once, whatever state it is in."""
    children = multiprocessing.active_children()
    for child in children:
        child.kill()
    for child in children:
        child.join(1)  # so that the CPU time they used counts as this process's
    folder, name = os.path.split(os.path.abspath(__file__))
    if os.path.basename(folder).startswith("speedup-python"):
        try:  # the parent may not be there to do it
            os.remove(os.path.join(folder, name))
            os.rmdir(folder)
        except OSError:
            pass  # the parent was sooner, or there is more in the folder
    os._exit(code)


def read():
    line = sys.stdin.buffer.readline(LONGEST_LINE + 1)
    if not line.endswith(b"\n"):
        leave(0 if len(line) <= LONGEST_LINE else 3)
    return json.loads(line)


def await_workers(rows, workers):
    deadline = time.monotonic() + START_SECONDS
    while not all(rows[number * COLUMNS + PID] for number in range(workers)):
        if time.monotonic() > deadline:
            raise TimeoutError("%d workers did not start within %d s" % (workers, START_SECONDS))
        time.sleep(0.001)


def watch(rows, workers, busy):
    """Tells which chunks are under way, which is a sign of life as well."""
    while True:
        busy.wait()
        time.sleep(BEAT_SECONDS)
        running = []
        for row in range(0, workers * COLUMNS, COLUMNS):
            since = rows[row + SINCE]
            chunk = rows[row + CHUNK]
            if since != 0 and rows[row + SINCE] == since:
                running.append([row // COLUMNS, chunk, since])
        say(**{"is": "beat", "running": running})


def submit(pool, message):
    chunk = message["chunk"]

    def failed(error):
        text = "%s: %s" % (type(error).__name__, error)
        say(**{"is": "failed", "chunk": chunk, "error": text[:1000]})

    arguments = (message["function"], chunk, message["argument"])
    pool.apply_async(run_chunk, arguments, callback=write, error_callback=failed)


def main():
    global parent
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    tempfile.tempdir = os.path.dirname(os.path.abspath(__file__))
    parent = os.dup(1)
    os.dup2(2, 1)
    workers = read()["workers"]
    if not 1 <= workers <= MOST_WORKERS:
        raise ValueError("workers: %r is not 1 to %d" % (workers, MOST_WORKERS))
    counter = multiprocessing.Value("i", 0)
    rows = multiprocessing.RawArray("q", workers * COLUMNS)
    pool = multiprocessing.Pool(workers, become_worker, (counter, rows))
    await_workers(rows, workers)
    busy = threading.Event()
    threading.Thread(target=watch, args=(rows, workers, busy), daemon=True).start()
    say(
        **{
            "is": "ready",
            "method": multiprocessing.get_start_method(),
            "workers": [
                [rows[row + PID], rows[row + READY_AT]]
                for row in range(0, workers * COLUMNS, COLUMNS)
            ],
        }
    )
    while True:
        message = read()
        what = message["do"]
        if what == "chunk":
            submit(pool, message)
        elif what == "ping":
            say(**{"is": "pong", "at": time.perf_counter_ns()})
        elif what == "begin":
            busy.set()
        elif what == "end":
            busy.clear()
            say(**{"is": "ended"})
        else:
            raise ValueError("do: %r is unknown" % what)


if __name__ == "__main__":
    try:
        main()
    except BaseException as error:
        print("%s: %s" % (type(error).__name__, error), file=sys.stderr, flush=True)
        leave(1)
