"""Runs every workload at 2 workers and on 1, and twice side by side, and prints the table. Started by workloads.sh.

The machine's own limit is measured in the same rounds: two sequential programs, started at once, against one alone.
limit = 2 * seconds alone / seconds side by side. Of a folder each of the two has half of the files, so that neither finds
in the processor's cache what the other has just read; limit = seconds alone / seconds side by side then. Nothing of ours
can be faster than that.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from workload_rows import GREPS, ROWS

WORKERS = 2
HEAP_MB = 256
RUN_SECONDS = 900
END_SECONDS = 10
POLL_SECONDS = 0.02
REPEATS = 2
SIDE_BY_SIDE_SECONDS = {True: 0.5, False: 4.0}
"""Two programs that were started at once do not time at once: a pair runs this long (small or not), and its ends do not count."""
MOST_REPEATS = 30
NEEDED_GB = {True: 0.5, False: 6.0}
AIM = 0.9
"""1.8 times where the machine allows 2."""
GREP_AIM = 0.7


def progress(text):
    print(text, file=sys.stderr, flush=True)


class Running:
    """A program that was started; its own peak of memory is watched, that of its workers is not."""

    started = set()

    def __init__(self, command, environment, output):
        self.command = command
        self.output = open(output, "w+", encoding="utf-8")
        self.errors = open(str(output) + ".err", "w+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=self.output, stderr=self.errors, stdin=subprocess.DEVNULL,
                                        start_new_session=True, env=environment)
        Running.started.add(self)
        self.peak_mb = None
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()

    def _watch(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        while self.process.poll() is None:
            try:
                found = re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))
            except OSError:
                return
            if found:
                self.peak_mb = max(self.peak_mb or 0, int(found[1]) / 1024)
            time.sleep(POLL_SECONDS)

    def result(self):
        """What it printed; it has to end well and in time."""
        try:
            self.process.wait(RUN_SECONDS)
            self.watcher.join()
            self.output.seek(0)
            self.errors.seek(0)
            if self.process.returncode != 0:
                sys.exit(f"exit code {self.process.returncode} of {' '.join(self.command)}:\n{self.errors.read()[-4000:]}")
            return self.output.read()
        except subprocess.TimeoutExpired:
            sys.exit(f"not done within {RUN_SECONDS} seconds: {' '.join(self.command)}")
        finally:
            self.end()

    def end(self):
        """Ends it and all that it started."""
        Running.started.discard(self)
        try:
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
                self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            progress(f"killed, because it did not end within {END_SECONDS} seconds: {' '.join(self.command)}")
        finally:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # all of them have ended
            self.output.close()
            self.errors.close()


class Bench:
    def __init__(self, program, folder, small, rounds):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = folder
        self.small = small
        self.rounds = rounds
        self.number = 0

    def start(self, arguments, place="a"):
        """Starts the program with a small heap; its cache is one of this benchmark's."""
        self.number += 1
        heap = self.folder / f"heap-{self.number}.txt"
        flags = f"-Xmx{HEAP_MB}m -Xlog:gc*:file={heap}"
        environment = dict(os.environ, SPEEDUP_OPTS=flags, XDG_CACHE_HOME=str(self.folder / f"cache-{place}"))
        running = Running([self.program, *arguments], environment, self.folder / f"output-{self.number}.txt")
        running.heap = heap
        return running

    def generate(self, row):
        """The file or folder that a row reads; None where it reads none."""
        if "generate" not in row:
            return None
        kind, settings = row["generate"]
        made = self.folder / f"input-{kind}{row.get('ending', '')}"
        if not made.exists():
            chosen = settings["small" if self.small else "large"]
            progress(f"{row['name']}: making its input")
            self.start(["generate", kind, "--to", str(made), *pairs(chosen)]).result()
        return str(made)

    def run(self, row, engine, repeats, settings, place="a"):
        arguments = ["run", row["workload"], "--engine", engine, "--repeat", str(repeats), "--json", *pairs(settings)]
        if engine != "sequential":
            arguments += ["--workers", str(WORKERS)]
        if row.get("chunk"):
            arguments += ["--chunk", str(row["chunk"])]
        if row.get("writes"):
            arguments += ["--set", f"to={self.folder / ('to-' + place)}"]
        return self.start(arguments, place)

    def measure(self, row):
        """The figures of a row."""
        given = dict(row.get("small" if self.small else "large", row.get("set", {})))
        source = self.generate(row)
        alone, parallel, pair, heap, resident = [], [], [], [], []
        settings = given
        repeats = row.get("repeat", REPEATS)
        for number in range(self.rounds):
            progress(f"{row['name']}: round {number + 1} of {self.rounds}")
            running = self.with_input(row, "processes", repeats, settings, source)
            report = json.loads(running.result())
            more = self.repeats(row, statistics.median(seconds(report, "sequential")))
            if more > repeats:  # a JVM is faster in its tenth run than in its second: as often as the two side by side
                repeats = more
                report = json.loads(self.with_input(row, "processes", repeats, settings, source).result())
            alone += seconds(report, "sequential")
            parallel += seconds(report, "processes")
            heap.append(peak_heap(running.heap))
            resident.append(running.peak_mb)
            # what the program chose by itself is the same work for all
            settings = {key: value for key, value in report["settings"].items() if value != ""}
            for key in ("file", "folder", "source", "to"):
                settings.pop(key, None)
            pair += self.side_by_side(row, settings, source, statistics.median(alone))
        return figures(row, report, alone, parallel, pair, known(heap), known(resident))

    def with_input(self, row, engine, repeats, settings, source, place="a"):
        chosen = {**settings, row["input"]: source} if source else settings
        return self.run(row, engine, repeats, chosen, place)

    def repeats(self, row, alone):
        """How often a program is timed: for a few seconds, whoever it runs beside."""
        return min(MOST_REPEATS, max(row.get("repeat", REPEATS), math.ceil(SIDE_BY_SIDE_SECONDS[self.small] / alone)))

    def side_by_side(self, row, settings, source, alone):
        """Seconds of two sequential programs that run at once; of a folder each takes half."""
        sources = self.halves(source) if row.get("input") == "folder" else {"a": source, "b": source}
        repeats = self.repeats(row, alone)
        both = [self.with_input(row, "sequential", repeats, settings, sources[place], place) for place in ("a", "b")]
        found = []
        for running in both:
            samples = seconds(json.loads(running.result()), "sequential")
            # at the ends one of them may have been alone
            found += samples[1:-1] if len(samples) >= 4 else samples
        return found

    @staticmethod
    def halves(source):
        """Two folders with every other file of a folder, as links; they take no room."""
        folder = pathlib.Path(source)
        parts = {place: folder.with_name(f"{folder.name}-{place}") for place in ("a", "b")}
        if not parts["a"].exists():
            for part in parts.values():
                part.mkdir()
            for number, file in enumerate(sorted(folder.iterdir())):
                os.link(file, parts["ab"[number % 2]] / file.name)
        return parts

    def grep(self, row):
        """Seconds of a search by one worker and by grep on the same files, in turn."""
        source = self.generate(row)
        files = sorted(str(file) for file in pathlib.Path(source).iterdir())
        for file in files:
            with open(file, "rb") as content:  # into the page cache
                while content.read(1 << 20):
                    pass
        ours, peer = [], []
        for number in range(self.rounds):
            progress(f"{row['name']}: round {number + 1} of {self.rounds}")
            report = json.loads(self.with_input(row, "sequential", row.get("repeat", 3), row["set"], source).result())
            ours += seconds(report, "sequential")
            for _ in range(3):
                taken, lines = grep(row["grep"], files, self.folder / "grep.txt")
                peer.append(taken)
                if lines != report["result"]["lines"]:
                    sys.exit(f"grep found {lines} lines, and we {report['result']['lines']}: {row['name']}")
        mine, its = statistics.median(ours), statistics.median(peer)
        return {"name": row["name"], "ours": mine, "grep": its, "ratio": its / mine, "reached": its / mine >= GREP_AIM,
                "lines": report["result"]["lines"], "command": " ".join([*row["grep"], "FILES"])}


def grep(command, files, output):
    """Into a file: grep stops at the first line when its output is /dev/null."""
    with open(output, "wb") as out:
        start = time.perf_counter()
        done = subprocess.run([*command, "--", *files], stdout=out, stdin=subprocess.DEVNULL, timeout=RUN_SECONDS,
                              env=dict(os.environ, LC_ALL="C.UTF-8"), check=False)
        taken = time.perf_counter() - start
    if done.returncode > 1:
        sys.exit(f"grep failed with exit code {done.returncode}")
    with open(output, "rb") as found:
        return taken, sum(1 for _ in found)


def pairs(settings):
    return [part for key, value in settings.items() for part in ("--set", f"{key}={value}")]


def seconds(report, engine):
    return [sample["seconds"] for sample in report["samples"] if sample["engine"] == engine]


def known(values):
    return max((value for value in values if value is not None), default=None)


def peak_heap(log):
    """The most heap in use before any collection or at the end, in MB; None where the JVM did not say."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    before = [int(size) for size in re.findall(r"Pause[^\n]*? (\d+)M->\d+M\(", text)]
    at_exit = re.findall(r"(?:DefNew|Tenured|generation)\s[^\n]*?total \d+K, used (\d+)K", text)
    return max([*before, sum(int(size) for size in at_exit) / 1024], default=None) if before or at_exit else None


def figures(row, report, alone, parallel, pair, heap, resident):
    one, two = statistics.median(alone), statistics.median(parallel)
    share = WORKERS if row.get("input") == "folder" else 1  # of the work that one alone did
    limit = WORKERS * one / (share * statistics.median(pair))
    return {
        "name": row["name"], "input": report["input"], "one": one, "two": two, "sideBySide": statistics.median(pair),
        "speedup": one / two, "limit": limit, "ofLimit": one / two / limit, "reached": one / two / limit >= AIM,
        "spread": (max(alone) - min(alone)) / one, "heapMb": heap, "residentMb": resident, "note": row.get("note", ""),
    }


def megabytes(value):
    return "not known" if value is None else f"{value:.0f} MB"


def table(results):
    lines = [("workload", "1 worker", "2 workers", "speedup", "limit", "of it", "aim", "heap", "resident", "work, notes")]
    for one in results:
        aim = "reached" if one["reached"] else "none" if one["note"].startswith("no aim") else "MISSED"
        lines.append((
            one["name"], f"{one['one']:.3f} s", f"{one['two']:.3f} s", f"{one['speedup']:.2f}", f"{one['limit']:.2f}",
            f"{100 * one['ofLimit']:.0f} %", aim, megabytes(one["heapMb"]), megabytes(one["residentMb"]),
            "; ".join(filter(None, [one["input"], one["note"]])),
        ))
    show(lines)


def grep_table(results):
    lines = [("search", "ours, 1 worker", "grep", "grep / ours", "aim", "lines", "grep was")]
    for one in results:
        lines.append((one["name"], f"{one['ours']:.3f} s", f"{one['grep']:.3f} s", f"{one['ratio']:.2f}",
                      "reached" if one["reached"] else "MISSED", str(one["lines"]), one["command"]))
    show(lines)


def show(lines):
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def machine(rounds, small):
    """One line that names where and how this was measured."""
    model = platform.processor() or platform.machine()
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    load = " ".join(f"{part:.1f}" for part in os.getloadavg())
    return (f"{os.cpu_count()} processors ({model}), {platform.system()} {platform.release()}; "
            f"medians of {rounds} round{'s' if rounds > 1 else ''}, {'small' if small else 'large'} inputs; "
            f"the parent's heap at most {HEAP_MB} MB; load before it {load}\n"
            f"aim: {AIM:.0%} of the limit, which is what two sequential programs side by side reach")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--part", default="")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda got, _: sys.exit(128 + got))
    rows = [row for row in ROWS if row["name"].startswith(options.part)]
    greps = [row for row in GREPS if row["name"].startswith(options.part)]
    if not rows + greps:
        progress(f"there is no row \"{options.part}\"; there are {', '.join(row['name'] for row in ROWS + GREPS)}")
        sys.exit(2)
    free = shutil.disk_usage(options.work).free / 1e9
    if free < NEEDED_GB[options.small]:
        progress(f"{options.work} has {free:.1f} GB free, and {NEEDED_GB[options.small]} are needed; give another with --work")
        sys.exit(2)
    rounds = options.rounds or (1 if options.small else 2)
    where = machine(rounds, options.small)
    progress(where)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="speedup-workloads-", dir=options.work))
    bench = Bench(options.program, folder, options.small, rounds)
    began = time.monotonic()
    try:
        results = [bench.measure(row) for row in rows]
        grepped = [bench.grep(row) for row in greps]
    finally:
        for running in list(Running.started):
            running.end()
        shutil.rmtree(folder)
    if options.json:
        for result in results + grepped:
            print(json.dumps(result, ensure_ascii=False))
        return
    print(where)
    print(f"command: src/bench/workloads.sh {' '.join(filter(None, [options.part, '--small' if options.small else '']))}".rstrip())
    print(f"took {(time.monotonic() - began) / 60:.1f} minutes")
    for shown, lines in ((table, results), (grep_table, grepped)):
        if lines:
            print()
            shown(lines)


if __name__ == "__main__":
    main()
