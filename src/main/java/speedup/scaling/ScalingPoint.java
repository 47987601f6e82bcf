package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * What was measured at one worker count.
 *
 * @param engine {@link EngineKind#SEQUENTIAL} for the baseline
 * @param workers how many took part; 1 for the baseline
 * @param runs every run, in the order in which they ran, outliers and noisy ones marked
 * @param seconds wall times in short
 * @param speedup median time of the baseline by median time here; 1 for the baseline, missing
 *     without one
 * @param efficiency speedup by workers; empty without a baseline
 * @param karpFlatt the experimentally determined serial fraction; empty for one worker or without a
 *     baseline
 * @param overheadShare share of the workers' time that is not the baseline's computing: all parts
 *     of the breakdown but compute, and compute above the baseline's; the median over the runs, 0
 *     to 1; empty without a baseline, or where it is not known where the time went
 * @param medianRun the run whose time is the median, or of the two in the middle the faster
 * @param fitted whether the fits are made of it: the baseline, and several workers up to the
 *     physical cores
 */
public record ScalingPoint(
    EngineKind engine,
    int workers,
    List<MarkedRun> runs,
    Summary seconds,
    Found<Estimate> speedup,
    OptionalDouble efficiency,
    OptionalDouble karpFlatt,
    OptionalDouble overheadShare,
    TimedRun medianRun,
    boolean fitted) {
  /** Copies the list. */
  public ScalingPoint {
    runs = List.copyOf(runs);
  }

  /** Where the time of the median run went. */
  public Breakdown breakdown() {
    return medianRun.breakdown();
  }

  /** How many runs other programs disturbed. */
  public int noisyRuns() {
    return (int) runs.stream().filter(MarkedRun::noisy).count();
  }

  /** How many runs are marked as outliers. */
  public int outliers() {
    return (int) runs.stream().filter(MarkedRun::outlier).count();
  }
}
