"""Runs the peers of a topic and ours in turn, several rounds, and prints the table of medians. Started by compare.sh.

A topic is a folder beside this file: rows.json says which figures are compared, every *.py in it is a peer. A peer, and our
benchmark, prints one JSON object a line: name, value, unit. Each run is bounded in time and ends with all its processes.
"""

import argparse
import json
import os
import pathlib
import platform
import signal
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OURS = "ours"
LEFT_OUT = 3
RUN_SECONDS = 180
END_SECONDS = 5
# A heap that is there from the start: a growing one makes the system clear pages, which takes a third of a tiny task's time.
# Native access, as the package ipc wants it: without it, waiting for another process ends later.
OUR_FLAGS = ["-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn700m", "-XX:+AlwaysPreTouch", "--enable-native-access=ALL-UNNAMED"]
PEER_NAMES = {
    "multiprocessing_pool": "multiprocessing.Pool",
    "process_executor": "ProcessPoolExecutor",
    "joblib_loky": "joblib/loky",
}


def run(command):
    """Runs a program and returns its exit code and its output; no process of it stays, whatever happens."""
    environment = dict(os.environ, PYTHONPATH=str(HERE))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
                          start_new_session=True, env=environment) as process:
        try:
            output, errors = process.communicate(timeout=RUN_SECONDS)
        except subprocess.TimeoutExpired:
            sys.exit(f"not done within {RUN_SECONDS} seconds: {' '.join(command)}")
        finally:
            end(process)
    return process.returncode, output, errors


def end(process):
    """Ends a program and all that it started; one that still runs is asked first, because it may have files to delete."""
    try:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        progress(f"killed, because it did not end within {END_SECONDS} seconds: {' '.join(process.args)}")
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # all of them have ended


def measure(commands, rounds):
    """The values of every runner and row, a list in the order of the rounds; and the units."""
    values, units, left_out = {}, {}, set()
    for number in range(rounds):
        for runner, command in commands:
            if runner in left_out:
                continue
            progress(f"round {number + 1} of {rounds}: {runner}")
            code, output, errors = run(command)
            if code == LEFT_OUT:
                left_out.add(runner)
                progress(errors.strip())
                continue
            if code != 0:
                sys.exit(f"{runner} failed with exit code {code}:\n{errors[-4000:]}")
            for line in output.splitlines():
                figure = json.loads(line)
                values.setdefault((runner, figure["name"]), []).append(figure["value"])
                units[figure["name"]] = figure["unit"]
    return values, units


def progress(text):
    print(text, file=sys.stderr, flush=True)


def in_turn(ours, peers):
    """What one round runs: the first peer, ours, the other peers. The rounds follow one another, so all meet the same load."""
    commands = [(peer.stem, [sys.executable, "-B", str(peer)]) for peer in peers]
    return commands[:1] + [(OURS, ours)] + commands[1:]


def compare(row, values, units):
    """A row of the result; None when ours or the peer has no such figure here."""
    ours = values.get((OURS, row["name"]))
    peer = values.get((row["peer"], row.get("against", row["name"])))
    if not ours or not peer:
        return None
    our_median, peer_median = statistics.median(ours), statistics.median(peer)
    ratio = our_median / peer_median if row["better"] == "more" else peer_median / our_median
    target, target_value = row.get("target"), row.get("targetValue")
    reached = None
    if target is not None or target_value is not None:
        reached = (target is None or ratio >= target) and (
            target_value is None
            or (our_median >= target_value if row["better"] == "more" else our_median <= target_value)
        )
    return {
        "name": row["name"],
        "ours": our_median,
        "peer": peer_median,
        "peerName": row.get("peerName") or PEER_NAMES[row["peer"]],
        "unit": units[row["name"]],
        "ratio": ratio,
        "target": target,
        "targetValue": target_value,
        "reached": reached,
        "oursMin": min(ours),
        "oursMax": max(ours),
        "peerMin": min(peer),
        "peerMax": max(peer),
        "rounds": len(ours),
    }


def number(value):
    if value >= 1e6:
        return f"{value / 1e6:.1f} million"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def aims(result):
    texts = []
    if result["target"] is not None:
        texts.append(f"{result['target']:g} times")
    if result["targetValue"] is not None:
        texts.append(f"{number(result['targetValue'])} {result['unit']}")
    if not texts:
        return ""
    return f"{'reached' if result['reached'] else 'MISSED'} ({', '.join(texts)})"


def table(results):
    lines = [("what", "ours", "(lowest to highest)", "peer", "", "ratio", "aim")]
    for result in results:
        lines.append((
            result["name"],
            f"{number(result['ours'])} {result['unit']}",
            f"({number(result['oursMin'])} to {number(result['oursMax'])})",
            f"{number(result['peer'])} {result['unit']}",
            result["peerName"],
            f"{result['ratio']:.2f}" if result["ratio"] < 10 else f"{result['ratio']:.0f}",
            aims(result),
        ))
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def machine(java, rounds):
    """One line that names where this was measured."""
    _, _, version = run([java, "-version"])
    model = platform.processor() or platform.machine()
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    load = " ".join(f"{part:.1f}" for part in os.getloadavg())
    return (f"{os.cpu_count()} processors ({model}), {platform.system()} {platform.release()}, "
            f"{version.splitlines()[0]}, Python {platform.python_version()}; "
            f"medians of {rounds} round{'s' if rounds > 1 else ''}; load before it {load}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("topic")
    parser.add_argument("--java", required=True)
    parser.add_argument("--class-path", required=True)
    parser.add_argument("--main", required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda got, _: sys.exit(128 + got))
    folder = HERE / options.topic
    rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
    peers = sorted(folder.glob("*.py"), key=lambda peer: [row["peer"] for row in rows].index(peer.stem))
    where = machine(options.java, options.rounds)
    progress(where)
    ours = [options.java, *OUR_FLAGS, "-cp", options.class_path, options.main]
    values, units = measure(in_turn(ours, peers), options.rounds)
    results = []
    for row in rows:
        result = compare(row, values, units)
        if result:
            results.append(result)
        elif any(runner == row["peer"] for runner, _ in values):  # one that is left out has said so
            progress(f"not measured by both: {row['name']}, {row['peer']}")
    if options.json:
        for result in results:
            print(json.dumps(result, ensure_ascii=False))
    else:
        print(where)
        print()
        table(results)


if __name__ == "__main__":
    main()
