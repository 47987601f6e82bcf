package speedup.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the workers did in one run. Immutable. Times are nanoseconds on the clock of
 * {@link PoolEvent}.
 */
public final class RunTrace {
  private final long runStart;
  private final long workEnd;
  private final long runEnd;
  private final List<WorkerLane> lanes;
  private final List<WorkerStats> workers;
  private final Breakdown breakdown;

  RunTrace(long runStart, long workEnd, long runEnd, List<WorkerLane> lanes) {
    this.runStart = runStart;
    this.workEnd = workEnd;
    this.runEnd = runEnd;
    this.lanes = List.copyOf(lanes);
    var stats = new ArrayList<WorkerStats>();
    var sum = new LaneTimes();
    for (var lane : lanes) {
      var times = LaneSweep.of(lane, runStart, workEnd, runEnd);
      stats.add(lane.stats(runStart, times.busy()));
      sum.add(times);
    }
    workers = List.copyOf(stats);
    breakdown = sum.inSeconds();
  }

  /** When the clock of the run began. */
  public long runStart() {
    return runStart;
  }

  /** When the last chunk's result was there. */
  public long workEnd() {
    return workEnd;
  }

  /** When the whole result was there. */
  public long runEnd() {
    return runEnd;
  }

  /** Wall time of the run. */
  public double seconds() {
    return (runEnd - runStart) / 1e9;
  }

  /** One lane for each worker that took part, by its number. */
  public List<WorkerLane> lanes() {
    return lanes;
  }

  /** Where the time of all workers went; adds up to wall time times workers. */
  public Breakdown breakdown() {
    return breakdown;
  }

  /** What each worker did, by its number. */
  public List<WorkerStats> workers() {
    return workers;
  }

  /** The same as {@link #breakdown()} for any part of the time; made anew at each call. */
  public LaneProfile profile(WorkerLane lane) {
    return new LaneProfile(lane, runStart, workEnd, runEnd);
  }

  /** Chunks finished by all workers. */
  public long chunks() {
    return workers.stream().mapToLong(WorkerStats::tasks).sum();
  }

  /** Items finished by all workers. */
  public long items() {
    return workers.stream().mapToLong(WorkerStats::items).sum();
  }

  /** Processes that ended without a goodbye. */
  public int deaths() {
    return (int)
        lanes.stream()
            .flatMap(lane -> lane.lives().stream())
            .filter(life -> life.kind() == WorkerLane.Kind.DIED)
            .count();
  }
}
