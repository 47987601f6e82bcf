package speedup.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Draws medians of a group of measurements, for {@link Bootstrap}. Draws without allocating; for
 * use by one thread.
 */
public final class MedianResampler {
  private final double[] sorted;
  private final int[] drawn;
  private final double median;

  /**
   * Takes a copy of the measurements.
   *
   * @throws IllegalArgumentException when there is none or one is not finite
   */
  public MedianResampler(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a median needs at least 1 measurement");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measurement must be finite: " + value);
      }
    }
    sorted = values.clone();
    Arrays.sort(sorted);
    drawn = new int[sorted.length];
    median = Median.withDefaults().withCopy(true).evaluate(sorted);
  }

  /** The median of the measurements themselves. */
  public double median() {
    return median;
  }

  /** How many measurements there are. */
  public int size() {
    return sorted.length;
  }

  /** The median of as many measurements, drawn with replacement. */
  public double next(SplittableRandom random) {
    int n = sorted.length;
    Arrays.fill(drawn, 0);
    for (int i = 0; i < n; i++) {
      drawn[random.nextInt(n)]++;
    }
    // the values are sorted, so counting along them finds the middle without sorting again
    int lowerRank = (n - 1) / 2;
    int upperRank = n / 2;
    int index = 0;
    int seen = drawn[0];
    while (seen <= lowerRank) {
      seen += drawn[++index];
    }
    double lower = sorted[index];
    while (seen <= upperRank) {
      seen += drawn[++index];
    }
    return lower == sorted[index] ? lower : (lower + sorted[index]) / 2;
  }
}
