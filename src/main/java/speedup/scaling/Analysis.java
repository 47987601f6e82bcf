package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Optional;
import speedup.measure.Breakdown;
import speedup.measure.Interval;
import speedup.measure.Sample;
import speedup.measure.Summary;

/**
 * What the samples of a comparison say.
 *
 * @param sequential times of the baseline, seconds
 * @param parallel times of the parallel runs at {@code workers}, seconds
 * @param workers worker processes of the parallel runs
 * @param speedup median sequential time by median parallel time
 * @param speedupInterval bootstrap interval of the speedup; empty with few repeats
 * @param efficiency speedup by workers
 * @param karpFlatt the experimentally determined serial fraction; empty for one worker
 * @param serialFraction the fitted serial fraction
 * @param model the fitted times behind it; empty where there is no fit
 * @param verdict the reason for what was measured, and what would change it
 */
public record Analysis(
    Summary sequential,
    Summary parallel,
    int workers,
    double speedup,
    Optional<Interval> speedupInterval,
    double efficiency,
    OptionalDouble karpFlatt,
    SerialFraction serialFraction,
    Optional<TimeModel> model,
    Verdict verdict) {

  /**
   * Analyses samples of one workload at one size.
   *
   * @param samples the baseline's and the parallel ones, of any worker counts
   * @param workers the worker count that the numbers are about; one of the samples'
   * @param breakdown of the median run at that count
   * @param physicalCores only counts up to this are fitted
   */
  public static Analysis of(
      List<Sample> samples, int workers, Breakdown breakdown, int physicalCores) {
    throw new UnsupportedOperationException();
  }
}
