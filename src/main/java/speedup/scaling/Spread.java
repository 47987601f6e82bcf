package speedup.scaling;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/** How much repeats differ. */
final class Spread {
  /** With fewer repeats there are no quartiles to speak of, and the whole range is taken. */
  static final int MIN_FOR_QUARTILES = 5;

  private Spread() {}

  /**
   * The interquartile range, or the whole range of few repeats, as a share of the median; 0 for one
   * repeat.
   */
  static double relative(double[] seconds, double median) {
    if (seconds.length < MIN_FOR_QUARTILES) {
      return (Arrays.stream(seconds).max().getAsDouble()
              - Arrays.stream(seconds).min().getAsDouble())
          / median;
    }
    var quartiles = Quantile.withDefaults().withCopy(true).evaluate(seconds, 0.25, 0.75);
    return (quartiles[1] - quartiles[0]) / median;
  }
}
