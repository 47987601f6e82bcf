package speedup.measure;

/** The parts of a {@link Breakdown} in whole nanoseconds, so that they add up without rounding. */
final class LaneTimes {
  long start;
  long warmUp;
  long waiting;
  long serialise;
  long compute;
  long idleTail;
  long merge;

  /** Time between beginning and end of chunks; not a part of its own. */
  long busy;

  void add(LaneTimes other) {
    start += other.start;
    warmUp += other.warmUp;
    waiting += other.waiting;
    serialise += other.serialise;
    compute += other.compute;
    idleTail += other.idleTail;
    merge += other.merge;
    busy += other.busy;
  }

  long total() {
    return start + warmUp + waiting + serialise + compute + idleTail + merge;
  }

  Breakdown inSeconds() {
    return new Breakdown(
        start / 1e9,
        warmUp / 1e9,
        waiting / 1e9,
        serialise / 1e9,
        compute / 1e9,
        idleTail / 1e9,
        merge / 1e9);
  }
}
