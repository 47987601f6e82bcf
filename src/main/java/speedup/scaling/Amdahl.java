package speedup.scaling;

/**
 * Amdahl's law: the speedup of work of a fixed size of which a share s stays serial. G. M. Amdahl,
 * Validity of the single processor approach to achieving large scale computing capabilities, AFIPS
 * 1967.
 */
public final class Amdahl {
  private Amdahl() {}

  /**
   * S(p) = 1 / (s + (1 - s) / p).
   *
   * @param serialFraction share of the time of one worker, 0 to 1
   * @param workers at least 1; need not be whole, for curves
   * @throws IllegalArgumentException for anything else
   */
  public static double speedup(double serialFraction, double workers) {
    Checks.fraction(serialFraction);
    Checks.workers(workers);
    return 1 / (serialFraction + (1 - serialFraction) / workers);
  }

  /**
   * The speedup that no number of workers exceeds, 1 / s; infinite for s = 0.
   *
   * @param serialFraction share of the time of one worker, 0 to 1
   * @throws IllegalArgumentException for anything else
   */
  public static double ceiling(double serialFraction) {
    Checks.fraction(serialFraction);
    return 1 / serialFraction;
  }
}
