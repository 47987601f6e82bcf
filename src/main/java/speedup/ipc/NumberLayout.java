package speedup.ipc;

/**
 * The layout of {@link SharedNumbers}: that of their lock, with a single number in the cache line
 * that the holder of the lock has anyway, and many behind it.
 *
 * <pre>
 * 0                           24      32     36         40       44     128             4864
 * │ lock, see {@link LockLayout} │ value │ type │ lockless │ length │ - - │ rest of the lock │ elements
 * </pre>
 */
final class NumberLayout {
  /** The number of a {@link SharedValue}, in as many bytes as it has. */
  static final int VALUE = 24;

  /** An int: the code of a {@link NumberType}. */
  static final int TYPE = 32;

  /** An int: 1 where there is no lock. */
  static final int LOCKLESS = 36;

  /** An int: how many elements there are. */
  static final int LENGTH = 40;

  /** The numbers of a {@link SharedArray}; a multiple of 128. */
  static final int ELEMENTS = LockLayout.BYTES;

  private NumberLayout() {}

  /** Up to a whole word: the smaller ones are changed with the int around them. */
  static long bytes(NumberType type, int length) {
    var elements = (long) length * type.size();
    return ELEMENTS + (elements + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
  }
}
