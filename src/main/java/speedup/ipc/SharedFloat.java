package speedup.ipc;

import java.util.function.DoubleUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code float} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofFloat}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedFloat extends SharedValue {
  SharedFloat(SharedRegion region) {
    super(NumberType.FLOAT, region);
  }

  /** The value. */
  public float get() {
    return Cells.getFloat(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(float value) {
    Cells.setFloat(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public float getAndSet(float value) {
    return Cells.swapFloat(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected, bit by bit: 0.0 and -0.0 differ.
   *
   * @return whether it was
   */
  public boolean compareAndSet(float expected, float value) {
    return Cells.casFloat(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before. */
  public float getAndAdd(float delta) {
    return Cells.addFloat(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value. */
  public float addAndGet(float delta) {
    return getAndAdd(delta) + delta;
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile; cut to a
   *     {@code float}
   * @return the new value
   */
  public float updateAndGet(DoubleUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = (float) operation.applyAsDouble(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedFloat withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
