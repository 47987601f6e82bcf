package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code double} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofDouble} or {@link SharedArray#of(double[])}. Each operation on
 * one element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedDoubleArray extends SharedArray {
  SharedDoubleArray(SharedRegion region) {
    super(NumberType.DOUBLE, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Double.BYTES;
  }

  /** An element. */
  public double get(int index) {
    return Cells.getDouble(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, double value) {
    Cells.setDouble(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public double getAndSet(int index, double value) {
    return Cells.swapDouble(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected, bit by bit: 0.0 and -0.0 differ.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, double expected, double value) {
    return Cells.casDouble(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before. */
  public double getAndAdd(int index, double delta) {
    return Cells.addDouble(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now. */
  public double addAndGet(int index, double delta) {
    return getAndAdd(index, delta) + delta;
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile
   * @return what it is now
   */
  public double updateAndGet(int index, DoubleUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = operation.applyAsDouble(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(double value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(double[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, double[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_DOUBLE, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(double[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, double[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_DOUBLE, start(index), count);
  }

  /** A copy of all elements. */
  public double[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_DOUBLE);
  }

  @Override
  public SharedDoubleArray withoutLock() {
    removeLock();
    return this;
  }
}
