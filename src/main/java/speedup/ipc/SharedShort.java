package speedup.ipc;

import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code short} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofShort}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedShort extends SharedValue {
  SharedShort(SharedRegion region) {
    super(NumberType.SHORT, region);
  }

  /** The value. */
  public short get() {
    return Cells.getShort(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(short value) {
    Cells.setShort(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public short getAndSet(short value) {
    return Cells.swapShort(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(short expected, short value) {
    return Cells.casShort(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before; wraps around at the ends. */
  public short getAndAdd(short delta) {
    return Cells.addShort(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value; wraps around at the ends. */
  public short addAndGet(short delta) {
    return (short) (getAndAdd(delta) + delta);
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile; cut to a
   *     {@code short}
   * @return the new value
   */
  public short updateAndGet(IntUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = (short) operation.applyAsInt(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedShort withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
