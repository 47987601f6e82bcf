package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.WorkerStats;

/**
 * What the rules of the verdict look at.
 *
 * @param engine what is compared with the baseline
 * @param sequentialSeconds median of the baseline
 * @param speedup median sequential time by median parallel time
 * @param spread how much repeats differ, as a share of their median; the worse of the two groups
 * @param workers worker processes, or threads, of the parallel runs
 * @param physicalCores cores of the machine
 * @param breakdown of the median parallel run
 * @param serialFraction the fitted one, empty where it cannot be told
 * @param chunks chunks of the median parallel run, and their mean length
 * @param disturbance what else used the processors during the median parallel run
 * @param chain whether its workers were stages that hand each other what they have made
 */
record VerdictFacts(
    EngineKind engine,
    double sequentialSeconds,
    double speedup,
    double spread,
    int workers,
    int physicalCores,
    Breakdown breakdown,
    OptionalDouble serialFraction,
    Chunks chunks,
    Disturbance disturbance,
    boolean chain) {

  /**
   * How the work was cut.
   *
   * @param count chunks of the run; 0 where it is not known
   * @param meanSeconds time from beginning to end of a chunk; NaN where it is not known
   */
  record Chunks(long count, double meanSeconds) {
    /** Not known. */
    static final Chunks UNKNOWN = new Chunks(0, Double.NaN);

    /** Counts them; {@link #UNKNOWN} where the workers tell of none. */
    static Chunks of(List<WorkerStats> stats) {
      long chunks = stats.stream().mapToLong(WorkerStats::tasks).sum();
      double busy = stats.stream().mapToDouble(WorkerStats::busySeconds).sum();
      return chunks == 0 ? UNKNOWN : new Chunks(chunks, busy / chunks);
    }
  }

  /**
   * What else used the processors.
   *
   * @param otherLoad the share of all processors' time that other programs used, 0 to 1; empty
   *     where it is not known
   * @param displaced the share of the workers' time in which they were at work and had no
   *     processor; empty where it is not known
   */
  record Disturbance(OptionalDouble otherLoad, OptionalDouble displaced) {
    /** Not known. */
    static final Disturbance UNKNOWN =
        new Disturbance(OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * Tasks that used less of their time than this were waiting themselves, for files or others.
     */
    private static final double COMPUTING = 0.9;

    /**
     * Tells it from what the workers did: a task that computes uses a processor all the time, and
     * where it did not, something else had it, be it another program, the system, or the drawing of
     * this one.
     */
    static Disturbance of(
        OptionalDouble otherLoad,
        List<WorkerStats> stats,
        double sequentialSeconds,
        Breakdown breakdown) {
      double busy = stats.stream().mapToDouble(WorkerStats::busySeconds).sum();
      double used = stats.stream().mapToDouble(WorkerStats::cpuSeconds).sum();
      // false for NaN too, which is what a system says that does not count
      boolean computed = used >= COMPUTING * sequentialSeconds;
      return new Disturbance(
          otherLoad,
          computed
              ? OptionalDouble.of(Math.max(0, busy - used) / breakdown.total())
              : OptionalDouble.empty());
    }
  }

  /**
   * The share of the workers' time in which something else had the processors they needed; by their
   * own processor time where that is known, otherwise by how much other programs left for them.
   */
  double displaced() {
    double byOthers =
        Waterfall.displaced(ideal(), disturbance.otherLoad().orElse(0), physicalCores) / workers;
    return disturbance.displaced().orElse(byOthers);
  }

  /** The speedup that computing work can have at most. */
  int ideal() {
    return Math.min(workers, physicalCores);
  }

  /** The share of the ideal that was reached. */
  double reached() {
    return speedup / ideal();
  }
}
