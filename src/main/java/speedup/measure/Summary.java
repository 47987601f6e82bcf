package speedup.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Repeated measurements in short.
 *
 * @param n how many
 * @param median their median
 * @param interval bootstrap interval of the median; empty below 5 measurements
 * @param min the smallest
 * @param max the largest
 */
public record Summary(int n, double median, Optional<Interval> interval, double min, double max) {
  /** With fewer measurements than this no interval is given: it would promise too much. */
  public static final int MIN_FOR_INTERVAL = 5;

  /**
   * Summarises measurements. The same measurements, in any order, give the same summary.
   *
   * @param values at least one, all finite; not changed
   * @throws IllegalArgumentException when there is none or one is not finite
   */
  public static Summary of(double[] values) {
    var resampler = new MedianResampler(values);
    var interval =
        values.length >= MIN_FOR_INTERVAL
            ? Optional.of(Bootstrap.interval(values.length, resampler::next))
            : Optional.<Interval>empty();
    return new Summary(
        values.length,
        resampler.median(),
        interval,
        Arrays.stream(values).min().getAsDouble(),
        Arrays.stream(values).max().getAsDouble());
  }
}
