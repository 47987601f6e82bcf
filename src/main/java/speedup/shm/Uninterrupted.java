package speedup.shm;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * File work that takes a moment and that an interrupt must not break off: a channel closes itself
 * when its thread is interrupted. The interrupt is kept for whoever looks for it later.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /** File work that can be done again from its beginning. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  static <T> T run(Work<T> work) throws IOException {
    var interrupted = false;
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted(); // cleared, so that the next attempt can succeed
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
