package speedup.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes down the worker events of one run. Thread-safe, and cheap enough for a million chunks a
 * second: it keeps columns of numbers, none of the events. The events of one worker come in their
 * order, as its pipe delivers them.
 */
public final class TraceRecorder implements Consumer<PoolEvent> {
  private final Map<Integer, Long> pids;

  // grown under the lock of this, read without it
  private volatile LaneRecorder[] lanes = new LaneRecorder[0];

  /** Records a run whose processes all start in it. */
  public TraceRecorder() {
    this(Map.of());
  }

  /**
   * Records a run on a pool that may be warm.
   *
   * @param pids process ids by worker, for processes that were ready before the run
   */
  public TraceRecorder(Map<Integer, Long> pids) {
    this.pids = Map.copyOf(pids);
  }

  @Override
  public void accept(PoolEvent event) {
    lane(event.worker()).accept(event);
  }

  /** What a worker has done so far; from any thread, at any time. */
  public WorkerTotals totals(int worker) {
    var known = lanes;
    return worker >= 0 && worker < known.length ? known[worker].totals() : WorkerTotals.NONE;
  }

  /**
   * Ends the recording. Later events are ignored.
   *
   * @param runStart when the clock of the run began
   * @param workEnd when the last chunk's result was there
   * @param runEnd when the whole result was there
   * @param workers slots 0 to workers - 1 took part
   * @throws IllegalArgumentException when the times are out of order or there is no worker
   * @throws IllegalStateException when called twice
   */
  public RunTrace finish(long runStart, long workEnd, long runEnd, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("a run needs at least 1 worker: " + workers);
    }
    // differences, as nanoTime may be negative and wrap around
    if (workEnd - runStart < 0 || runEnd - workEnd < 0) {
      throw new IllegalArgumentException(
          "the work must end between start and end of the run: %d, %d, %d"
              .formatted(runStart, workEnd, runEnd));
    }
    var closed = new ArrayList<WorkerLane>();
    for (int worker = 0; worker < workers; worker++) {
      closed.add(lane(worker).close(runEnd));
    }
    return new RunTrace(runStart, workEnd, runEnd, closed);
  }

  private LaneRecorder lane(int worker) {
    var known = lanes;
    return worker >= 0 && worker < known.length ? known[worker] : newLane(worker);
  }

  private synchronized LaneRecorder newLane(int worker) {
    if (worker < 0) {
      throw new IllegalArgumentException("no worker " + worker);
    }
    var known = lanes;
    if (worker >= known.length) {
      var grown = Arrays.copyOf(known, worker + 1);
      for (int i = known.length; i <= worker; i++) {
        grown[i] = new LaneRecorder(i, pids.getOrDefault(i, -1L));
      }
      lanes = grown;
      return grown[worker];
    }
    return known[worker];
  }
}
