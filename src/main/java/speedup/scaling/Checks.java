package speedup.scaling;

/** What the laws may be asked. */
final class Checks {
  private Checks() {}

  static void fraction(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a serial fraction is from 0 to 1: " + value);
    }
  }

  static void workers(double value) {
    if (!(value >= 1) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a number of workers is at least 1: " + value);
    }
  }
}
