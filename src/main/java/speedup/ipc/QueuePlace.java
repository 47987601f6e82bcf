package speedup.ipc;

/**
 * Where an item lies, in a long: the number of the segment in the upper 6 bits, below them how far
 * one has come in it, in units of 8 bytes. This goes on growing when the segment begins again.
 */
final class QueuePlace {
  private static final int BITS = 58;
  private static final long MASK = (1L << BITS) - 1;

  private QueuePlace() {}

  static long of(int segment, long bytes) {
    return (long) segment << BITS | bytes / QueueLayout.UNIT & MASK;
  }

  static int segment(long place) {
    return (int) (place >>> BITS);
  }

  static long bytes(long place) {
    return (place & MASK) * QueueLayout.UNIT;
  }
}
