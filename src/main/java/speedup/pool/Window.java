package speedup.pool;

/**
 * How many chunks a worker may hold: one that it works on, and as many more as it finishes in five
 * milliseconds. Short tasks then never wait for the pipe, and a long task never has another one
 * stuck behind it. Used under the pool's lock.
 */
final class Window {
  private static final double HELD_NANOS = 10_000_000;
  private static final int MAX = 1024;
  private static final double WEIGHT = 0.2;

  /** Bytes of arguments in flight; a pipe holds 64 KiB and both sides read all the time. */
  static final int MAX_BYTES = 256 * 1024;

  private double chunkNanos = Double.NaN;

  void finished(long nanos) {
    chunkNanos = Double.isNaN(chunkNanos) ? nanos : chunkNanos + WEIGHT * (nanos - chunkNanos);
  }

  /** A new job says nothing about how long its chunks take. */
  void reset() {
    chunkNanos = Double.NaN;
  }

  /**
   * Chunks to hold.
   *
   * @param left chunks that no worker holds yet
   * @param workers how many share them
   */
  int size(int left, int workers) {
    if (Double.isNaN(chunkNanos)) {
      return 1; // a first task that takes long must not hold a second one
    }
    var wanted = 1 + (int) Math.min(MAX, HELD_NANOS / Math.max(1, chunkNanos));
    // towards the end nobody keeps what another could do
    return Math.max(1, Math.min(wanted, left / (2 * workers) + 1));
  }
}
