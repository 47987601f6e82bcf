package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code int} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofInt} or {@link SharedArray#of(int[])}. Each operation on one
 * element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedIntArray extends SharedArray {
  SharedIntArray(SharedRegion region) {
    super(NumberType.INT, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Integer.BYTES;
  }

  /** An element. */
  public int get(int index) {
    return Cells.getInt(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, int value) {
    Cells.setInt(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public int getAndSet(int index, int value) {
    return Cells.swapInt(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, int expected, int value) {
    return Cells.casInt(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before; wraps around at the ends. */
  public int getAndAdd(int index, int delta) {
    return Cells.addInt(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now; wraps around at the ends. */
  public int addAndGet(int index, int delta) {
    return getAndAdd(index, delta) + delta;
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile
   * @return what it is now
   */
  public int updateAndGet(int index, IntUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = operation.applyAsInt(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(int value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_INT, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(int[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, int[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_INT, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(int[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, int[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_INT, start(index), count);
  }

  /** A copy of all elements. */
  public int[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_INT);
  }

  @Override
  public SharedIntArray withoutLock() {
    removeLock();
    return this;
  }
}
