package speedup.scaling;

/**
 * Fitted run times T(p) = a/p + b + c(p-1), in seconds, none of the three negative.
 *
 * @param a the part that is divided among the workers
 * @param b the serial part
 * @param c what each further worker costs; 0 for Amdahl's law
 */
public record TimeModel(double a, double b, double c) {
  /** Expected seconds with p workers, p at least 1. */
  public double seconds(double p) {
    return a / p + b + c * (p - 1);
  }

  /** Expected speedup over one worker. */
  public double speedup(double p) {
    return seconds(1) / seconds(p);
  }

  /** Serial share of the time of one worker, b/(a+b). */
  public double serialFraction() {
    return b / (a + b);
  }
}
