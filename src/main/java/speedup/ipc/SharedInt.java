package speedup.ipc;

import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An {@code int} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofInt}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedInt extends SharedValue {
  SharedInt(SharedRegion region) {
    super(NumberType.INT, region);
  }

  /** The value. */
  public int get() {
    return Cells.getInt(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(int value) {
    Cells.setInt(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public int getAndSet(int value) {
    return Cells.swapInt(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int expected, int value) {
    return Cells.casInt(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before; wraps around at the ends. */
  public int getAndAdd(int delta) {
    return Cells.addInt(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value; wraps around at the ends. */
  public int addAndGet(int delta) {
    return getAndAdd(delta) + delta;
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile
   * @return the new value
   */
  public int updateAndGet(IntUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = operation.applyAsInt(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedInt withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
