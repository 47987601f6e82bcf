package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code char} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofChar} or {@link SharedArray#of(char[])}. Each operation on one
 * element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedCharArray extends SharedArray {
  SharedCharArray(SharedRegion region) {
    super(NumberType.CHAR, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Character.BYTES;
  }

  /** An element. */
  public char get(int index) {
    return Cells.getChar(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, char value) {
    Cells.setChar(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public char getAndSet(int index, char value) {
    return Cells.swapChar(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, char expected, char value) {
    return Cells.casChar(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before; wraps around at the ends. */
  public char getAndAdd(int index, char delta) {
    return Cells.addChar(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now; wraps around at the ends. */
  public char addAndGet(int index, char delta) {
    return (char) (getAndAdd(index, delta) + delta);
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile; cut to a
   *     {@code char}
   * @return what it is now
   */
  public char updateAndGet(int index, IntUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = (char) operation.applyAsInt(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(char value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_CHAR, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(char[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, char[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_CHAR, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(char[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, char[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_CHAR, start(index), count);
  }

  /** A copy of all elements. */
  public char[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_CHAR);
  }

  @Override
  public SharedCharArray withoutLock() {
    removeLock();
    return this;
  }
}
