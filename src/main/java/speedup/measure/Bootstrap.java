package speedup.measure;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentile bootstrap after Efron (1979): an estimate is made again from data drawn out of the
 * data, and the middle 95 % of these estimates are the interval. The seed is fixed, so that the
 * same data always give the same interval.
 */
public final class Bootstrap {
  /** How often an estimate is made again. */
  public static final int ROUNDS = 2_000;

  private static final long SEED = 19_79;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /**
   * The interval of an estimate.
   *
   * @param estimate draws new data with the given random numbers and estimates from them
   */
  public static Interval interval(ToDoubleFunction<SplittableRandom> estimate) {
    var random = new SplittableRandom(SEED);
    var estimates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      estimates[round] = estimate.applyAsDouble(random);
    }
    var ends = Quantile.withDefaults().evaluate(estimates, TAIL, 1 - TAIL);
    return new Interval(ends[0], ends[1]);
  }
}
