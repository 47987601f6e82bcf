package speedup.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** What a benchmark prints: a figure a line as JSON, under the name that its peers use. */
public final class Figure {
  private Figure() {}

  /** Prints the value of a row in this round. */
  public static void print(String name, double value, String unit) {
    System.out.printf(
        Locale.ROOT, "{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\"}%n", name, value, unit);
  }

  /** The value at a share of the sorted values: 0.5 the median, 0.99 the p99. */
  public static double quantile(double[] values, double share) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
  }

  /** The median of several measurements. */
  public static double median(int times, DoubleSupplier measure) {
    var values = new double[times];
    Arrays.setAll(values, _ -> measure.getAsDouble());
    return quantile(values, 0.5);
  }
}
