#!/bin/bash
# Measures the library and its peers in Python side by side on this machine, and prints the table.
#
#   src/bench/compare.sh [pool|ipc] [--json] [--rounds N]
#
# --json    one JSON object a line instead of the table; progress goes to standard error
# --rounds  how often everything runs, in turn; 5 unless told
# PYTHON    the Python to compare with instead of python3, such as one that has joblib
#
# Exit code 0 when it was measured, whatever the numbers say; 2 when it cannot be measured here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {
  echo "compare.sh: $1" >&2
  exit 2
}

topic=pool
rounds=5
form=()
while [[ $# -gt 0 ]]; do
  case $1 in
    pool | ipc) topic=$1 ;;
    --json) form=(--json) ;;
    --rounds)
      rounds=${2:-}
      [[ $rounds =~ ^[1-9][0-9]{0,2}$ ]] || fail "--rounds wants a number from 1 to 999."
      shift
      ;;
    *) fail "\"$1\" is not known; usage: src/bench/compare.sh [pool|ipc] [--json] [--rounds N]" ;;
  esac
  shift
done

# A topic is a folder with rows.json and a script a peer, and a main class of ours.
case $topic in
  pool) main=speedup.pool.PoolBenchmark ;;
  ipc) main=speedup.ipc.IpcBenchmark ;;
esac

python=${PYTHON:-python3}
command -v "$python" >/dev/null || fail "$python was not found; install Python 3 or set PYTHON to one."
command -v mvn >/dev/null || fail "Maven was not found; install it (https://maven.apache.org) and put mvn on the path."

# Maven builds, and says which Java it chose: the benchmark's place is taken by a question to the JVM.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "building ..." >&2
mvn -q -B -ntp -Pbench -DskipTests package exec:exec@bench \
  -Dbench='-XshowSettings:properties -version' >"$log" 2>&1 || {
  tail -n 40 "$log" >&2
  fail "the build failed."
}
java_home=$(sed -n 's/^ *java\.home = //p' "$log" | tail -n 1)
[[ -x $java_home/bin/java ]] || fail "Maven did not say which Java it runs programs with."

rm -f "$log"
# Jars, because only jars can have a start cache; in a folder of their own, where the benchmark makes one for them.
bench=target/bench
rm -rf "$bench"
mkdir -p "$bench"
cp target/speedup/lib/speedup-workbench.jar "$bench"
"$java_home/bin/jar" --create --file "$bench/bench.jar" -C target/test-classes .

# From here on signals are for the one who started the measured programs and ends them.
exec "$python" src/bench/compare.py "$topic" --rounds "$rounds" ${form[@]+"${form[@]}"} \
  --java "$java_home/bin/java" \
  --class-path "$bench/speedup-workbench.jar:$bench/bench.jar" \
  --main "$main"
