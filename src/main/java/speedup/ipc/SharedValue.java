package speedup.ipc;

import speedup.shm.SharedRegion;

/**
 * One number of a primitive type in shared memory, as {@code multiprocessing.Value}.
 *
 * <pre>{@code
 * var count = SharedValue.ofInt(0);
 * pool.map(file -> count.addAndGet(words(file)), files); // one step
 * try (var _ = count.hold()) { // as many as needed
 *   count.set(2 * count.get());
 * }
 * }</pre>
 *
 * <p>All methods of the subclasses are one step each, with or without the lock. Any thread.
 */
public abstract sealed class SharedValue extends SharedNumbers
    permits SharedByte, SharedChar, SharedShort, SharedInt, SharedLong, SharedFloat, SharedDouble {
  SharedValue(NumberType type, SharedRegion region) {
    super(Kind.VALUE, type, region);
  }

  private static SharedRegion made(NumberType type) {
    return made(Kind.VALUE, type, 1, "shared " + type);
  }

  /**
   * A {@code byte} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedByte ofByte(byte initial) {
    var made = new SharedByte(made(NumberType.BYTE));
    made.set(initial);
    return made;
  }

  /**
   * A {@code char} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedChar ofChar(char initial) {
    var made = new SharedChar(made(NumberType.CHAR));
    made.set(initial);
    return made;
  }

  /**
   * A {@code short} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedShort ofShort(short initial) {
    var made = new SharedShort(made(NumberType.SHORT));
    made.set(initial);
    return made;
  }

  /**
   * An {@code int} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedInt ofInt(int initial) {
    var made = new SharedInt(made(NumberType.INT));
    made.set(initial);
    return made;
  }

  /**
   * A {@code long} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedLong ofLong(long initial) {
    var made = new SharedLong(made(NumberType.LONG));
    made.set(initial);
    return made;
  }

  /**
   * A {@code float} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedFloat ofFloat(float initial) {
    var made = new SharedFloat(made(NumberType.FLOAT));
    made.set(initial);
    return made;
  }

  /**
   * A {@code double} with a lock.
   *
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static SharedDouble ofDouble(double initial) {
    var made = new SharedDouble(made(NumberType.DOUBLE));
    made.set(initial);
    return made;
  }

  @Override
  public abstract SharedValue withoutLock();

  /** The number for messages. */
  abstract String text();

  @Override
  public String toString() {
    return "shared " + type() + (isClosed() ? ", closed" : " " + text());
  }
}
