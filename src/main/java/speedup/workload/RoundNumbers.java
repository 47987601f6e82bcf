package speedup.workload;

/** Sizes that people can read: the nearest member of a series of round numbers. */
final class RoundNumbers {
  private static final double[] COARSE = {1, 2, 5, 10};
  private static final double[] FINE = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  private RoundNumbers() {}

  /** The nearest of 1, 2, 5, 10, 20, 50 and so on, by ratio. */
  static long coarse(double value) {
    return nearest(value, COARSE);
  }

  /**
   * The nearest of a series whose steps are at most a third, by ratio: 10, 12, 15, 20 and so on.
   */
  static long fine(double value) {
    return nearest(value, FINE);
  }

  private static long nearest(double value, double[] series) {
    if (!(value >= 1)) {
      return 1;
    }
    var power = Math.pow(10, Math.floor(Math.log10(value)));
    var best = series[0];
    for (var step : series) {
      if (distance(step * power, value) < distance(best * power, value)) {
        best = step;
      }
    }
    // the cast limits what is too large to Long.MAX_VALUE
    return Math.max(1, (long) Math.rint(best * power));
  }

  private static double distance(double a, double b) {
    return Math.abs(Math.log(a / b));
  }
}
