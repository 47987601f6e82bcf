package speedup.ui.chart;

import java.util.Locale;

/**
 * Places of axis marks at round numbers.
 *
 * @param step distance of two marks
 * @param end the last mark, not below the largest value
 */
record Ticks(double step, double end) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Marks from 0 to at least {@code largest}, about {@code wanted} of them. */
  static Ticks upTo(double largest, int wanted) {
    var safe = largest > 0 && Double.isFinite(largest) ? largest : 1;
    var rough = safe / Math.max(1, wanted);
    var power = Math.pow(10, Math.floor(Math.log10(rough)));
    var step = 10 * power;
    for (var factor : ROUND) {
      if (factor * power >= rough * (1 - 1e-9)) {
        step = factor * power;
        break;
      }
    }
    return new Ticks(step, Math.ceil(safe / step - 1e-9) * step);
  }

  int count() {
    return (int) Math.round(end / step) + 1;
  }

  double at(int index) {
    return index * step;
  }

  /** The number at a mark, with as many digits as the step needs. */
  String label(int index) {
    var digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", at(index));
  }
}
