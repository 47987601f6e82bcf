package speedup.scaling;

import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;

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
