package speedup.pool;

/**
 * How long one unit of a function's work takes, learned from what was finished. Read and written by
 * several threads; a sample that is lost in a race does no harm.
 */
final class Pace {
  private static final double WEIGHT = 0.2;

  private volatile double unitNanos = Double.NaN;

  void finished(long nanos, int units) {
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
