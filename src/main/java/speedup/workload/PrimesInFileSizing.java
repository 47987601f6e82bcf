package speedup.workload;

import java.util.Map;
import java.util.Set;

/**
 * Chooses how large the generated numbers are. The count stays: larger numbers are more work for
 * the same bytes sent.
 *
 * <p>The cost of testing a random number from 1 to {@code max} by trial division was counted and
 * timed: it grows like {@code sqrt(max) / ln(max)}, plus a part that does not depend on the size.
 *
 * @param count how many numbers the sized run has
 */
record PrimesInFileSizing(long count) implements Sizing {
  private static final long PROBE_COUNT = 50_000;
  private static final long PROBE_MAX = 100_000_000;
  private static final double FIXED_COST = 14;
  private static final long LARGEST = 1_000_000_000_000L;

  @Override
  public Set<String> parameters() {
    return Set.of("file", "count", "max");
  }

  @Override
  public Map<String, String> probe() {
    return Map.of("count", Long.toString(PROBE_COUNT), "max", Long.toString(PROBE_MAX));
  }

  @Override
  public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
    var perCost = Math.max(probeSeconds, 1e-6) / PROBE_COUNT / cost(PROBE_MAX);
    var wishedCost = wishedSeconds / count / perCost;
    var low = 10L;
    var high = LARGEST;
    while (high - low > low / 100) {
      var middle = (low + high) >>> 1;
      if (cost(middle) < wishedCost) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Map.of("max", Long.toString(RoundNumbers.coarse(low)));
  }

  /** What testing one number costs, in an arbitrary unit. */
  private static double cost(long max) {
    return Math.sqrt(max) / Math.log(max) + FIXED_COST;
  }
}
