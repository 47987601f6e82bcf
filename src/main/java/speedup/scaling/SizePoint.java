package speedup.scaling;

import java.util.List;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * What was measured with one problem size.
 *
 * @param size as a multiple of the smallest that was asked for
 * @param runs every run of the engine, outliers and noisy ones marked
 * @param seconds wall times of the engine in short
 * @param sequential wall times of the baseline at this size; missing where it was not run
 * @param speedup over the baseline at this size; missing without one
 * @param medianRun the run of the engine whose time is the median
 */
public record SizePoint(
    int size,
    List<MarkedRun> runs,
    Summary seconds,
    Found<Summary> sequential,
    Found<Estimate> speedup,
    TimedRun medianRun) {
  /** Copies the list. */
  public SizePoint {
    runs = List.copyOf(runs);
  }

  /** Whether it is surely faster than the baseline: its interval, if it has one, lies above 1. */
  public boolean wins() {
    return speedup
        .value()
        .map(estimate ->
            estimate.interval().value().map(range -> range.low() > 1).orElse(estimate.value() > 1))
        .orElse(false);
  }
}
