package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code long} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofLong} or {@link SharedArray#of(long[])}. Each operation on one
 * element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedLongArray extends SharedArray {
  SharedLongArray(SharedRegion region) {
    super(NumberType.LONG, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Long.BYTES;
  }

  /** An element. */
  public long get(int index) {
    return Cells.getLong(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, long value) {
    Cells.setLong(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public long getAndSet(int index, long value) {
    return Cells.swapLong(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, long expected, long value) {
    return Cells.casLong(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before; wraps around at the ends. */
  public long getAndAdd(int index, long delta) {
    return Cells.addLong(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now; wraps around at the ends. */
  public long addAndGet(int index, long delta) {
    return getAndAdd(index, delta) + delta;
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile
   * @return what it is now
   */
  public long updateAndGet(int index, LongUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = operation.applyAsLong(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(long value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_LONG, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(long[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, long[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_LONG, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(long[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, long[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_LONG, start(index), count);
  }

  /** A copy of all elements. */
  public long[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_LONG);
  }

  @Override
  public SharedLongArray withoutLock() {
    removeLock();
    return this;
  }
}
