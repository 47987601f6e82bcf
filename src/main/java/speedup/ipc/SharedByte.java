package speedup.ipc;

import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code byte} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofByte}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedByte extends SharedValue {
  SharedByte(SharedRegion region) {
    super(NumberType.BYTE, region);
  }

  /** The value. */
  public byte get() {
    return Cells.getByte(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(byte value) {
    Cells.setByte(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public byte getAndSet(byte value) {
    return Cells.swapByte(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(byte expected, byte value) {
    return Cells.casByte(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before; wraps around at the ends. */
  public byte getAndAdd(byte delta) {
    return Cells.addByte(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value; wraps around at the ends. */
  public byte addAndGet(byte delta) {
    return (byte) (getAndAdd(delta) + delta);
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile; cut to a
   *     {@code byte}
   * @return the new value
   */
  public byte updateAndGet(IntUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = (byte) operation.applyAsInt(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedByte withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
