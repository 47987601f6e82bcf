package speedup.measure;

/**
 * The parts of a {@link Breakdown} in whole nanoseconds, so that they add up without rounding. Not
 * thread-safe.
 */
public final class LaneTimes implements LaneSink {
  long start;
  long warmUp;
  long waiting;
  long serialise;
  long compute;
  long idleTail;
  long merge;
  long busy;

  /** No time at all. */
  public LaneTimes() {}

  @Override
  public void gap(Gap gap, long from, long to) {
    add(gap, to - from);
  }

  @Override
  public void chunk(int index, long from, long read, long computed, long written, long to) {
    serialise += read - from + written - computed;
    compute += computed - read;
    waiting += to - written;
    busy += to - from;
  }

  void add(Gap gap, long nanos) {
    switch (gap) {
      case START -> start += nanos;
      case WARM_UP -> warmUp += nanos;
      case WAITING -> waiting += nanos;
      case IDLE_TAIL -> idleTail += nanos;
      case MERGE -> merge += nanos;
    }
  }

  void addChunks(long computing, long serialising) {
    compute += computing;
    serialise += serialising;
  }

  /** Makes every part 0. */
  public void clear() {
    start = 0;
    warmUp = 0;
    waiting = 0;
    serialise = 0;
    compute = 0;
    idleTail = 0;
    merge = 0;
    busy = 0;
  }

  /** Adds all parts of another one. */
  public void add(LaneTimes other) {
    start += other.start;
    warmUp += other.warmUp;
    waiting += other.waiting;
    serialise += other.serialise;
    compute += other.compute;
    idleTail += other.idleTail;
    merge += other.merge;
    busy += other.busy;
  }

  /** Time between beginning and end of chunks; not a part of its own. */
  long busy() {
    return busy;
  }

  /** Processes starting. */
  public long start() {
    return start;
  }

  /** From ready to the first chunk of a fresh process. */
  public long warmUp() {
    return warmUp;
  }

  /** Ready, with nothing to do. */
  public long waiting() {
    return waiting;
  }

  /** Reading arguments and writing results. */
  public long serialise() {
    return serialise;
  }

  /** Running tasks. */
  public long compute() {
    return compute;
  }

  /** Finished, while another worker was still busy. */
  public long idleTail() {
    return idleTail;
  }

  /** All finished, the parent putting the result together. */
  public long merge() {
    return merge;
  }

  /** The sum of all parts. */
  public long total() {
    return start + warmUp + waiting + serialise + compute + idleTail + merge;
  }

  /** The same as seconds. */
  public Breakdown inSeconds() {
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
