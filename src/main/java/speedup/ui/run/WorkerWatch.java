package speedup.ui.run;

import java.util.ArrayDeque;
import java.util.List;
import speedup.measure.PoolEvent;

/** What is known of one worker, kept up to date by its events. Thread-safe. */
final class WorkerWatch {
  private static final int LINES = 50;

  /** Over this time items a second and CPU are averaged. */
  private static final long RATE_NANOS = 1_000_000_000;

  /** In a run, a worker that finished a chunk this long ago is between two, not idle. */
  private static final long BETWEEN_NANOS = 250_000_000;

  /** Where a worker stands. */
  enum State {
    STARTING,
    READY,
    WORKING,
    DIED,
    LEFT
  }

  /**
   * A look at a worker.
   *
   * @param chunk the chunk it works on or did last, -1 for none
   * @param itemsPerSecond NaN unknown
   * @param cpuShare of one processor, NaN unknown
   * @param death its last death, null where it never died
   * @param gaveUp why no more processes are started for it, null while there are
   * @param thread whether it is a thread of a process that it shares
   */
  record Look(
      int worker,
      long pid,
      State state,
      int chunk,
      double itemsPerSecond,
      double cpuShare,
      long residentBytes,
      long heapUsed,
      List<String> lines,
      int allLines,
      PoolEvent.Died death,
      String gaveUp,
      boolean thread) {}

  // all guarded by this
  private final int worker;
  private final boolean thread;
  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private long pid = -1;
  private State state = State.STARTING;
  private int chunk = -1;
  private long finishedAt = Long.MIN_VALUE;
  private long items;
  private long rateSince = System.nanoTime();
  private long rateItems;
  private double itemsPerSecond = Double.NaN;
  private PoolEvent.Heartbeat beat;
  private double cpuShare = Double.NaN;
  private PoolEvent.Died death;
  private String gaveUp;
  private int allLines;

  WorkerWatch(int worker) {
    this(worker, false);
  }

  private WorkerWatch(int worker, boolean thread) {
    this.worker = worker;
    this.thread = thread;
  }

  /** Watches a thread. */
  static WorkerWatch ofThread(int worker) {
    return new WorkerWatch(worker, true);
  }

  synchronized void accept(PoolEvent event) {
    switch (event) {
      case PoolEvent.Starting _ -> {
        state = State.STARTING;
        gaveUp = null;
        pid = -1;
        beat = null;
        cpuShare = Double.NaN;
      }
      case PoolEvent.Ready ready -> {
        state = State.READY;
        pid = ready.pid();
      }
      case PoolEvent.ChunkStarted started -> {
        state = State.WORKING;
        chunk = started.chunk();
      }
      case PoolEvent.ChunkFinished finished -> {
        state = State.READY;
        chunk = finished.chunk();
        finishedAt = finished.at();
        items += finished.items();
      }
      case PoolEvent.ChunkFailed _ -> state = State.READY;
      case PoolEvent.Progress _, PoolEvent.Told _, PoolEvent.Blocked _ -> state = State.WORKING;
      case PoolEvent.Heartbeat next -> heard(next);
      case PoolEvent.Output output -> print(output.line());
      case PoolEvent.Left _ -> state = State.LEFT;
      case PoolEvent.GaveUp gone -> {
        state = State.DIED;
        gaveUp = gone.reason();
      }
      case PoolEvent.Died died -> {
        state = State.DIED;
        death = died;
      }
    }
  }

  private void heard(PoolEvent.Heartbeat next) {
    if (beat == null) {
      beat = next;
    } else if (next.at() - beat.at() > RATE_NANOS / 5) {
      cpuShare =
          next.cpuNanos() < 0
              ? Double.NaN
              : (double) (next.cpuNanos() - beat.cpuNanos()) / (next.at() - beat.at());
      beat = next;
    }
  }

  private void print(String line) {
    allLines++;
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.add(line);
  }

  /** The experiment is over; a task that was stopped with it says nothing more. */
  synchronized void rest() {
    if (state == State.WORKING) {
      state = State.READY;
    }
  }

  /**
   * A look at it.
   *
   * @param now on the clock of {@link System#nanoTime()}
   * @param runUnderWay whether there is work at all
   */
  synchronized Look look(long now, boolean runUnderWay) {
    if (now - rateSince > RATE_NANOS) {
      itemsPerSecond = (items - rateItems) * 1e9 / (now - rateSince);
      rateItems = items;
      rateSince = now;
    }
    return new Look(
        worker,
        pid,
        betweenChunks(now, runUnderWay) ? State.WORKING : state,
        chunk,
        itemsPerSecond,
        cpuShare,
        beat == null ? -1 : beat.residentBytes(),
        beat == null ? -1 : beat.heapUsed(),
        List.copyOf(lines),
        allLines,
        death,
        gaveUp,
        thread);
  }

  private boolean betweenChunks(long now, boolean runUnderWay) {
    return runUnderWay
        && state == State.READY
        && finishedAt != Long.MIN_VALUE
        && now - finishedAt < BETWEEN_NANOS;
  }
}
