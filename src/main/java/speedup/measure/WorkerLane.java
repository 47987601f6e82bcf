package speedup.measure;

import java.util.List;

/**
 * What one worker slot did in one run: its chunks, in the order in which they ran, and the
 * beginnings and ends of the processes that held it. Immutable. Times are nanoseconds on the clock
 * of {@link PoolEvent}.
 */
public final class WorkerLane {
  private final int worker;
  private final long pid;
  private final List<Life> lives;
  private final SpanColumns spans;
  private final HeartbeatColumns heartbeats;

  /** What happened to a process. */
  public enum Kind {
    /** It is being started. */
    STARTING,
    /** It takes work. */
    READY,
    /** It ended without a goodbye. */
    DIED,
    /** It ended as asked. */
    LEFT
  }

  /**
   * A beginning or an end.
   *
   * @param pid its process id; -1 for {@link Kind#STARTING}
   */
  public record Life(Kind kind, long at, long pid) {}

  /** Takes over columns that nobody changes any more. */
  WorkerLane(
      int worker, long pid, List<Life> lives, SpanColumns spans, HeartbeatColumns heartbeats) {
    this.worker = worker;
    this.pid = pid;
    this.lives = List.copyOf(lives);
    this.spans = spans;
    this.heartbeats = heartbeats;
  }

  /** The worker's place in its pool. */
  public int worker() {
    return worker;
  }

  /** Process id of the last process that held the slot; -1 when it was never told. */
  public long pid() {
    return pid;
  }

  /** Beginnings and ends of processes, in order. */
  public List<Life> lives() {
    return lives;
  }

  /** How many chunks were begun; the index of the methods below runs from 0 to this less 1. */
  public int chunks() {
    return spans.size();
  }

  /** When the worker began to read the chunk. */
  public long started(int index) {
    return spans.started(index);
  }

  /** When the worker had finished it, failed at it, or died. */
  public long ended(int index) {
    return spans.ended(index);
  }

  /** Time spent reading the argument. */
  public long deserialiseNanos(int index) {
    return spans.deserialise(index);
  }

  /** Time spent on the task; all of it where the chunk did not finish. */
  public long computeNanos(int index) {
    return spans.compute(index);
  }

  /** Time spent writing the result. */
  public long serialiseNanos(int index) {
    return spans.serialise(index);
  }

  /** The chunk's number in its job. */
  public int chunk(int index) {
    return spans.chunk(index);
  }

  /** The items of the chunk. */
  public int items(int index) {
    return spans.items(index);
  }

  /** Whether the chunk came to its end here. */
  public boolean finished(int index) {
    return spans.finished(index);
  }

  /** How many chunks came to their end here. */
  public int finishedChunks() {
    return spans.size() - spans.unfinishedCount();
  }

  /** The first chunk that ended after an instant; {@link #chunks()} when none did. */
  public int firstEndingAfter(long instant) {
    return firstEndingAfter(instant, 0, spans.size());
  }

  /** The same where it is known to be one of these, or the end of them. */
  int firstEndingAfter(long instant, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.ended(middle) - instant > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  SpanColumns spans() {
    return spans;
  }

  HeartbeatColumns heartbeats() {
    return heartbeats;
  }

  WorkerStats stats(long runStart, long busyNanos) {
    long items = 0;
    for (int i = 0; i < spans.size(); i++) {
      items += spans.finished(i) ? spans.items(i) : 0;
    }
    return new WorkerStats(
        worker,
        pid,
        finishedChunks(),
        items,
        busyNanos / 1e9,
        heartbeats.cpuSeconds(runStart, firstProcessAfter(runStart)),
        heartbeats.peakResident());
  }

  private int firstProcessAfter(long runStart) {
    int process = 1;
    for (var life : lives) {
      if (life.kind() == Kind.READY) {
        if (life.at() - runStart > 0) {
          return process;
        }
        process++;
      }
    }
    return process;
  }
}
