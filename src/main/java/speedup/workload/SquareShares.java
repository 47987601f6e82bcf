package speedup.workload;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What parts of equal length add to the sum of the squares of 0 to n - 1: the last the most, though
 * each costs the same time. By the formula, as no worker's chunk ends where a part does.
 */
final class SquareShares {
  private static final long PARTS = 10;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private SquareShares() {}

  /** 0² + 1² + … + (n-1)² = n (n-1) (2n-1) / 6. */
  static BigInteger sum(long count) {
    var n = BigInteger.valueOf(count);
    var twice = n.add(n).subtract(BigInteger.ONE);
    return n.multiply(n.subtract(BigInteger.ONE)).multiply(twice).divide(BigInteger.valueOf(6));
  }

  /**
   * A bar for each part, in percent of the sum.
   *
   * @param count n, 1 or more
   */
  static Shown.Bars bars(long count) {
    var bars = new ArrayList<Shown.Bars.Bar>();
    var parts = Math.min(PARTS, count);
    var from = 0L;
    for (var part = 1L; part <= parts; part++) {
      // long enough for every count: the product of the whole count could be too large
      var end = count / parts * part + count % parts * part / parts;
      bars.add(new Shown.Bars.Bar(label(from, end - 1), percent(from, end, count)));
      from = end;
    }
    return new Shown.Bars("What the numbers add to the sum", "% of the sum", List.copyOf(bars));
  }

  private static double percent(long from, long end, long count) {
    var all = sum(count);
    if (all.signum() == 0) {
      return 0;
    }
    return new BigDecimal(sum(end).subtract(sum(from)))
        .multiply(PERCENT)
        .divide(new BigDecimal(all), 1, RoundingMode.HALF_UP)
        .doubleValue();
  }

  private static String label(long first, long last) {
    return first == last ? Words.number(first) : Words.say("%,d to %,d", first, last);
  }
}
