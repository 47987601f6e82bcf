package speedup.ipc;

import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * A {@code char} in shared memory, as {@code multiprocessing.Value}, with a lock of its own; made
 * by {@link SharedValue#ofChar}. Each operation is one step, whether the lock is held or not.
 *
 * <p>A value that was set is seen by all others, with whatever this thread has written before. Any
 * thread.
 */
// written from src/main/templates/SharedValue.txt: change it there, see NumberSourcesTest
public final class SharedChar extends SharedValue {
  SharedChar(SharedRegion region) {
    super(NumberType.CHAR, region);
  }

  /** The value. */
  public char get() {
    return Cells.getChar(memory(), NumberLayout.VALUE);
  }

  /** Sets the value. */
  public void set(char value) {
    Cells.setChar(memory(), NumberLayout.VALUE, value);
  }

  /** Sets the value and returns the one before. */
  public char getAndSet(char value) {
    return Cells.swapChar(memory(), NumberLayout.VALUE, value);
  }

  /**
   * Sets the value if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(char expected, char value) {
    return Cells.casChar(memory(), NumberLayout.VALUE, expected, value);
  }

  /** Adds and returns the value before; wraps around at the ends. */
  public char getAndAdd(char delta) {
    return Cells.addChar(memory(), NumberLayout.VALUE, delta);
  }

  /** Adds and returns the new value; wraps around at the ends. */
  public char addAndGet(char delta) {
    return (char) (getAndAdd(delta) + delta);
  }

  /**
   * Sets the value to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the value meanwhile; cut to a
   *     {@code char}
   * @return the new value
   */
  public char updateAndGet(IntUnaryOperator operation) {
    for (; ; ) {
      var old = get();
      var next = (char) operation.applyAsInt(old);
      if (compareAndSet(old, next)) {
        return next;
      }
    }
  }

  @Override
  public SharedChar withoutLock() {
    removeLock();
    return this;
  }

  @Override
  String text() {
    return String.valueOf(get());
  }
}
