package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code float} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofFloat} or {@link SharedArray#of(float[])}. Each operation on
 * one element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedFloatArray extends SharedArray {
  SharedFloatArray(SharedRegion region) {
    super(NumberType.FLOAT, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Float.BYTES;
  }

  /** An element. */
  public float get(int index) {
    return Cells.getFloat(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, float value) {
    Cells.setFloat(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public float getAndSet(int index, float value) {
    return Cells.swapFloat(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected, bit by bit: 0.0 and -0.0 differ.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, float expected, float value) {
    return Cells.casFloat(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before. */
  public float getAndAdd(int index, float delta) {
    return Cells.addFloat(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now. */
  public float addAndGet(int index, float delta) {
    return getAndAdd(index, delta) + delta;
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile; cut to a
   *     {@code float}
   * @return what it is now
   */
  public float updateAndGet(int index, DoubleUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = (float) operation.applyAsDouble(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(float value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(float[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, float[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_FLOAT, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(float[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, float[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_FLOAT, start(index), count);
  }

  /** A copy of all elements. */
  public float[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_FLOAT);
  }

  @Override
  public SharedFloatArray withoutLock() {
    removeLock();
    return this;
  }
}
