package speedup.pool;

/**
 * How long one unit of a function's work takes, learned from what was finished. Read and written by
 * several threads; a sample that is lost in a race does no harm.
 */
final class Pace {
  private static final double WEIGHT = 0.2;

  /** Of quick units only one in so many is learned from: a write that others see costs as much. */
  private static final int SAMPLING = 16;

  private static final long QUICK_NANOS = 10_000;

  private volatile double unitNanos = Double.NaN;

  /**
   * Learns.
   *
   * @param number of the chunk within its job
   */
  void finished(long nanos, int units, int number) {
    if (nanos < QUICK_NANOS && number % SAMPLING != 0 && known()) {
      return;
    }
    var each = (double) nanos / units;
    var before = unitNanos;
    unitNanos = Double.isNaN(before) ? each : before + WEIGHT * (each - before);
  }

  boolean known() {
    return !Double.isNaN(unitNanos);
  }

  /** NaN before anything was finished. */
  double unitNanos() {
    return unitNanos;
  }
}
