package speedup.ipc;

import java.util.function.LongUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code long} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofLong}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedLong extends SharedValue {
  SharedLong(SharedRegion region) {
    super(NumberType.LONG, region);
  }

  /** The value. */
  public long get() {
    return Cells.getLong(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(long value) {
    Cells.setLong(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public long getAndSet(long value) {
    return Cells.swapLong(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(long expected, long value) {
    return Cells.casLong(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before; wraps around at the ends. */
  public long getAndAdd(long delta) {
    return Cells.addLong(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value; wraps around at the ends. */
  public long addAndGet(long delta) {
    return getAndAdd(delta) + delta;
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile
   * @return the new value
   */
  public long updateAndGet(LongUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = operation.applyAsLong(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedLong withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
