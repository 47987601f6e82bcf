package speedup.measure;

import java.util.OptionalDouble;

/** Timed runs for tests that are about their times alone. */
public final class TimedRuns {
  private TimedRuns() {}

  /** A run of one item a chunk that did nothing but compute. */
  public static TimedRun of(Sample sample) {
    return of(sample, new Breakdown(0, 0, 0, 0, sample.seconds() * sample.workers(), 0, 0));
  }

  /** A run of which it is not known where its time went. */
  public static TimedRun unexplained(Sample sample) {
    return of(sample, new Breakdown(0, 0, 0, 0, 0, 0, 0));
  }

  /** A run whose time went where it is told. */
  public static TimedRun of(Sample sample, Breakdown breakdown) {
    return new TimedRun(sample, 1, 1, breakdown, OptionalDouble.empty());
  }
}
