package speedup.scaling;

/**
 * The experimentally determined serial fraction. A. H. Karp and H. P. Flatt, Measuring parallel
 * processor performance, Communications of the ACM 33(5), 1990.
 */
public final class KarpFlatt {
  private KarpFlatt() {}

  /**
   * e = (1/S - 1/p) / (1 - 1/p). Below 0 for a speedup above p, above 1 for one below 1.
   *
   * @param speedup measured, above 0
   * @param workers more than 1: with one worker there is nothing to tell
   * @throws IllegalArgumentException for anything else
   */
  public static double serialFraction(double speedup, int workers) {
    if (workers < 2) {
      throw new IllegalArgumentException("needs at least 2 workers: " + workers);
    }
    if (!(speedup > 0) || Double.isInfinite(speedup)) {
      throw new IllegalArgumentException("a speedup is above 0 and finite: " + speedup);
    }
    double ideal = 1.0 / workers;
    return (1 / speedup - ideal) / (1 - ideal);
  }
}
