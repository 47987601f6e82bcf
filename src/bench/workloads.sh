#!/bin/bash
# Measures every workload at 2 workers against 1, and beside it what this machine allows at all, and prints the table.
#
#   src/bench/workloads.sh [PART] [--small] [--work DIR] [--rounds N] [--json]
#
# PART      only the rows whose names begin so, such as "keyword"
# --small   small inputs, to try whether everything runs; the figures mean nothing then
# --work    where inputs and outputs are made, and deleted at the end; 6 GB are needed, 0.5 GB with --small
# --rounds  how often everything runs, in turn; 2 unless told, 1 with --small
# --json    one JSON object a line instead of the table; progress goes to standard error
#
# Exit code 0 when it was measured, whatever the numbers say; 1 when a run failed; 2 when it cannot be measured here.
set -euo pipefail

fail() {
  echo "workloads.sh: $1" >&2
  exit 2
}

part=()
rounds=
work=${TMPDIR:-/tmp}
more=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --small | --json) more+=("$1") ;;
    --work)
      [[ -n ${2:-} ]] || fail "--work wants a folder."
      work=$2
      shift
      ;;
    --rounds)
      rounds=${2:-}
      [[ $rounds =~ ^[1-9][0-9]?$ ]] || fail "--rounds wants a number from 1 to 99."
      more+=(--rounds "$rounds")
      shift
      ;;
    -*) fail "\"$1\" is not known; usage: src/bench/workloads.sh [PART] [--small] [--work DIR] [--rounds N] [--json]" ;;
    *)
      [[ ${#part[@]} -eq 0 ]] || fail "give one PART, or none for all."
      part=(--part "$1")
      ;;
  esac
  shift
done
mkdir -p "$work" || fail "\"$work\" cannot be made; give another folder with --work."
work=$(cd "$work" && pwd)

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
python=${PYTHON:-python3}
command -v "$python" >/dev/null || fail "$python was not found; install Python 3 or set PYTHON to one."
command -v grep >/dev/null || fail "grep was not found."
command -v mvn >/dev/null || fail "Maven was not found; install it (https://maven.apache.org) and put mvn on the path."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "building ..." >&2
mvn -q -B -ntp -DskipTests package >"$log" 2>&1 || {
  tail -n 40 "$log" >&2
  fail "the build failed."
}
rm -f "$log"

# From here on signals are for the one who started the measured programs and ends them.
exec "$python" src/bench/workloads.py --program target/speedup/bin/speedup --work "$work" \
  ${part[@]+"${part[@]}"} ${more[@]+"${more[@]}"}
