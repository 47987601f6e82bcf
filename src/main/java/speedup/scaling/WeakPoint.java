package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * What was measured on some workers with a problem as many times as large.
 *
 * @param workers how many took part; also the size of the problem
 * @param runs every run, outliers and noisy ones marked
 * @param seconds wall times in short
 * @param scaledSpeedup p T(1) / T(p), the baseline's time being that of size 1; missing without a
 *     baseline
 * @param efficiency scaled speedup by workers, T(1) / T(p); empty without a baseline
 * @param medianRun the run whose time is the median
 * @param fitted whether the fit is made of it: up to the physical cores
 */
public record WeakPoint(
    int workers,
    List<MarkedRun> runs,
    Summary seconds,
    Found<Estimate> scaledSpeedup,
    OptionalDouble efficiency,
    TimedRun medianRun,
    boolean fitted) {
  /** Copies the list. */
  public WeakPoint {
    runs = List.copyOf(runs);
  }
}
