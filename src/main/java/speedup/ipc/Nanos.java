package speedup.ipc;

import java.time.Duration;
import speedup.shm.Pause;

/** Limits as callers give them, in nanoseconds. */
final class Nanos {
  private Nanos() {}

  /** Of a limit; one that is longer than 292 years has no end. */
  static long of(Duration timeout) {
    try {
      return Math.max(0, timeout.toNanos());
    } catch (ArithmeticException e) {
      return timeout.isNegative() ? 0 : Pause.FOREVER;
    }
  }
}
