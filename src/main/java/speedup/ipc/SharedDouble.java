package speedup.ipc;

import java.util.function.DoubleUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code double} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofDouble}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedDouble extends SharedValue {
  SharedDouble(SharedRegion region) {
    super(NumberType.DOUBLE, region);
  }

  /** The value. */
  public double get() {
    return Cells.getDouble(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(double value) {
    Cells.setDouble(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public double getAndSet(double value) {
    return Cells.swapDouble(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected, bit by bit: 0.0 and -0.0 differ.
   *
   * @return whether it was
   */
  public boolean compareAndSet(double expected, double value) {
    return Cells.casDouble(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before. */
  public double getAndAdd(double delta) {
    return Cells.addDouble(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value. */
  public double addAndGet(double delta) {
    return getAndAdd(delta) + delta;
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile
   * @return the new value
   */
  public double updateAndGet(DoubleUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = operation.applyAsDouble(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedDouble withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
