package speedup.shm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The words of shared memory, by their byte offsets: an int at a multiple of 4, a long at a
 * multiple of 8. What was written before a release store is seen after the acquire load that sees
 * it, in other processes too. Any thread.
 *
 * <p>All throw {@code IllegalStateException} once the memory is closed, and {@code
 * IndexOutOfBoundsException} outside of it.
 */
public final class Words {
  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

  /** Where in a long its lower half lies, in bytes: a wait compares 32 bits. */
  public static final int LOWER_HALF =
      ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : Integer.BYTES;

  private Words() {}

  /** Loads with acquire. */
  public static int getInt(MemorySegment memory, long offset) {
    return (int) INT.getAcquire(memory, offset);
  }

  /** Stores with release. */
  public static void setInt(MemorySegment memory, long offset, int value) {
    INT.setRelease(memory, offset, value);
  }

  /** Stores; no later load of this thread comes before it. */
  public static void setIntVolatile(MemorySegment memory, long offset, int value) {
    INT.setVolatile(memory, offset, value);
  }

  /** Stores a value if the expected one is there, as one step. */
  public static boolean casInt(MemorySegment memory, long offset, int expected, int value) {
    return INT.compareAndSet(memory, offset, expected, value);
  }

  /** Adds, and returns what was there before, as one step. */
  public static int addInt(MemorySegment memory, long offset, int value) {
    return (int) INT.getAndAdd(memory, offset, value);
  }

  /** Stores, and returns what was there before, as one step. */
  public static int swapInt(MemorySegment memory, long offset, int value) {
    return (int) INT.getAndSet(memory, offset, value);
  }

  /** Loads with acquire. */
  public static long getLong(MemorySegment memory, long offset) {
    return (long) LONG.getAcquire(memory, offset);
  }

  /** Stores with release. */
  public static void setLong(MemorySegment memory, long offset, long value) {
    LONG.setRelease(memory, offset, value);
  }

  /** Stores; no later load of this thread comes before it. */
  public static void setLongVolatile(MemorySegment memory, long offset, long value) {
    LONG.setVolatile(memory, offset, value);
  }

  /** Stores a value if the expected one is there, as one step. */
  public static boolean casLong(MemorySegment memory, long offset, long expected, long value) {
    return LONG.compareAndSet(memory, offset, expected, value);
  }

  /** Adds, and returns what was there before, as one step. */
  public static long addLong(MemorySegment memory, long offset, long value) {
    return (long) LONG.getAndAdd(memory, offset, value);
  }

  /** Stores, and returns what was there before, as one step. */
  public static long swapLong(MemorySegment memory, long offset, long value) {
    return (long) LONG.getAndSet(memory, offset, value);
  }
}
