package speedup.plot;

/**
 * Round positions on an axis that starts at 0.
 *
 * @param step distance of two ticks: 1, 2 or 5 times a power of ten
 * @param count ticks, the one at 0 included
 * @param decimals digits after the point that tell the ticks apart
 */
public record Ticks(double step, int count, int decimals) {
  private static final double[] ENDS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  /** A rounding error does not cost the last tick. */
  private static final double SLACK = 1e-9;

  /**
   * Ticks from 0 to an end.
   *
   * @param end above 0
   * @param most how many steps there is room for, at least 1
   */
  public static Ticks upTo(double end, int most) {
    var smallest = end / Math.max(1, most);
    var power = powerBelow(smallest);
    var step = power * 10;
    for (var factor : new int[] {1, 2, 5}) {
      if (factor * power >= smallest * (1 - SLACK)) {
        step = factor * power;
        break;
      }
    }
    var decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + SLACK));
    return new Ticks(step, (int) Math.floor(end / step + SLACK) + 1, decimals);
  }

  /** As {@link #upTo}, but never between two whole numbers. */
  public static Ticks wholeUpTo(double end, int most) {
    var ticks = upTo(end, most);
    return ticks.step < 1 ? new Ticks(1, (int) Math.floor(end + SLACK) + 1, 0) : ticks;
  }

  /** The position of a tick, counted from 0. */
  public double at(int index) {
    return index * step;
  }

  /**
   * A round end of an axis, at or above a value. It grows in steps, so that an axis stands still
   * while the value grows within it.
   *
   * @param value above 0
   */
  public static double roundEnd(double value) {
    var power = powerBelow(value);
    for (var end : ENDS) {
      if (end * power >= value * (1 - SLACK)) {
        return end * power;
      }
    }
    return 10 * power;
  }

  private static double powerBelow(double value) {
    return Math.pow(10, Math.floor(Math.log10(value) + SLACK));
  }
}
