package speedup.ipc;

import java.lang.foreign.MemorySegment;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * An array of a primitive type in shared memory, as {@code multiprocessing.Array}.
 *
 * <pre>{@code
 * var sums = SharedArray.ofDouble(10);
 * pool.map(i -> sums.addAndGet(i % 10, work(i)), numbers);
 * double[] all = sums.toArray();
 * }</pre>
 *
 * <p>All methods of the subclasses on one element are one step each, with or without the lock. Any
 * thread.
 */
public abstract sealed class SharedArray extends SharedNumbers
    permits SharedByteArray,
        SharedCharArray,
        SharedShortArray,
        SharedIntArray,
        SharedLongArray,
        SharedFloatArray,
        SharedDoubleArray {
  private final transient int length;

  SharedArray(NumberType type, SharedRegion region) {
    super(Kind.ARRAY, type, region);
    length = Words.getInt(memory(), NumberLayout.LENGTH);
  }

  private static SharedRegion made(NumberType type, int length) {
    if (length < 0) {
      throw new IllegalArgumentException("an array of " + length + " elements; give 0 or more");
    }
    return made(Kind.ARRAY, type, length, "shared %s[%d]".formatted(type, length));
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedByteArray ofByte(int length) {
    return new SharedByteArray(made(NumberType.BYTE, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofByte}. */
  public static SharedByteArray of(byte[] values) {
    var made = ofByte(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedCharArray ofChar(int length) {
    return new SharedCharArray(made(NumberType.CHAR, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofChar}. */
  public static SharedCharArray of(char[] values) {
    var made = ofChar(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedShortArray ofShort(int length) {
    return new SharedShortArray(made(NumberType.SHORT, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofShort}. */
  public static SharedShortArray of(short[] values) {
    var made = ofShort(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedIntArray ofInt(int length) {
    return new SharedIntArray(made(NumberType.INT, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofInt}. */
  public static SharedIntArray of(int[] values) {
    var made = ofInt(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedLongArray ofLong(int length) {
    return new SharedLongArray(made(NumberType.LONG, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofLong}. */
  public static SharedLongArray of(long[] values) {
    var made = ofLong(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedFloatArray ofFloat(int length) {
    return new SharedFloatArray(made(NumberType.FLOAT, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofFloat}. */
  public static SharedFloatArray of(float[] values) {
    var made = ofFloat(values.length);
    made.copyFrom(values);
    return made;
  }

  /**
   * An array of zeros with a lock.
   *
   * @throws IllegalArgumentException when the length is below 0
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedDoubleArray ofDouble(int length) {
    return new SharedDoubleArray(made(NumberType.DOUBLE, length));
  }

  /** An array with a copy of some values, and a lock; as {@link #ofDouble}. */
  public static SharedDoubleArray of(double[] values) {
    var made = ofDouble(values.length);
    made.copyFrom(values);
    return made;
  }

  /** How many elements it has. */
  public final int length() {
    return length;
  }

  /**
   * The elements as memory, in the byte order of this machine. It can be used until this object is
   * closed, or collected: keep a reference to it. Later, it throws {@code IllegalStateException}.
   */
  public final MemorySegment asSegment() {
    return memory().asSlice(NumberLayout.ELEMENTS, (long) length * type().size());
  }

  @Override
  public abstract SharedArray withoutLock();

  @Override
  public String toString() {
    return "shared %s[%d]%s".formatted(type(), length, isClosed() ? ", closed" : "");
  }
}
