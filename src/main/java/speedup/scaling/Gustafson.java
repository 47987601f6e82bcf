package speedup.scaling;

/**
 * Gustafson's law: the speedup of work that grows with the number of workers. J. L. Gustafson,
 * Reevaluating Amdahl's law, Communications of the ACM 31(5), 1988.
 */
public final class Gustafson {
  private Gustafson() {}

  /**
   * S(p) = p - s' (p - 1).
   *
   * @param serialShare serial share of the time of the parallel run, 0 to 1; not the share of
   *     Amdahl's law, which is of the time of one worker
   * @param workers at least 1; need not be whole, for curves
   * @throws IllegalArgumentException for anything else
   */
  public static double speedup(double serialShare, double workers) {
    Checks.fraction(serialShare);
    Checks.workers(workers);
    return workers - serialShare * (workers - 1);
  }
}
