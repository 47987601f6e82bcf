package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import speedup.shm.SharedRegion;

/**
 * An array of {@code byte} in shared memory, as {@code multiprocessing.Array}, with a lock of its
 * own; made by {@link SharedArray#ofByte} or {@link SharedArray#of(byte[])}. Each operation on one
 * element is one step, whether the lock is held or not; those on many are not: hold the lock.
 *
 * <p>An element that was set is seen by all others, with whatever this thread has written before.
 * All operations throw {@code IndexOutOfBoundsException} outside of the array. Any thread.
 */
// written from src/main/templates/SharedArray.txt: change it there, see NumberSourcesTest
public final class SharedByteArray extends SharedArray {
  SharedByteArray(SharedRegion region) {
    super(NumberType.BYTE, region);
  }

  private long at(int index) {
    return start(Objects.checkIndex(index, length()));
  }

  private static long start(int index) {
    return NumberLayout.ELEMENTS + (long) index * Byte.BYTES;
  }

  /** An element. */
  public byte get(int index) {
    return Cells.getByte(memory(), at(index));
  }

  /** Sets an element. */
  public void set(int index, byte value) {
    Cells.setByte(memory(), at(index), value);
  }

  /** Sets an element and returns what it was before. */
  public byte getAndSet(int index, byte value) {
    return Cells.swapByte(memory(), at(index), value);
  }

  /**
   * Sets an element if it is as expected.
   *
   * @return whether it was
   */
  public boolean compareAndSet(int index, byte expected, byte value) {
    return Cells.casByte(memory(), at(index), expected, value);
  }

  /** Adds to an element and returns what it was before; wraps around at the ends. */
  public byte getAndAdd(int index, byte delta) {
    return Cells.addByte(memory(), at(index), delta);
  }

  /** Adds to an element and returns what it is now; wraps around at the ends. */
  public byte addAndGet(int index, byte delta) {
    return (byte) (getAndAdd(index, delta) + delta);
  }

  /**
   * Sets an element to what the operation makes of it.
   *
   * @param operation asked again when another process has changed the element meanwhile; cut to a
   *     {@code byte}
   * @return what it is now
   */
  public byte updateAndGet(int index, IntUnaryOperator operation) {
    for (; ; ) {
      var old = get(index);
      var next = (byte) operation.applyAsInt(old);
      if (compareAndSet(index, old, next)) {
        return next;
      }
    }
  }

  /** Sets all elements, one after the other. */
  public void fill(byte value) {
    var elements = asSegment();
    for (var i = 0; i < length(); i++) {
      elements.setAtIndex(ValueLayout.JAVA_BYTE, i, value);
    }
  }

  /** Copies all elements to the beginning of an array. */
  public void copyTo(byte[] target) {
    copyTo(0, target, 0, length());
  }

  /**
   * Copies elements to an array.
   *
   * @param index of the first one
   * @param targetIndex where it goes
   */
  public void copyTo(int index, byte[] target, int targetIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(targetIndex, count, target.length);
    MemorySegment.copy(memory(), ValueLayout.JAVA_BYTE, start(index), target, targetIndex, count);
  }

  /** Copies a whole array to the beginning of this one. */
  public void copyFrom(byte[] source) {
    copyFrom(0, source, 0, source.length);
  }

  /**
   * Copies elements from an array.
   *
   * @param index where the first one goes
   * @param sourceIndex of the first one
   */
  public void copyFrom(int index, byte[] source, int sourceIndex, int count) {
    Objects.checkFromIndexSize(index, count, length());
    Objects.checkFromIndexSize(sourceIndex, count, source.length);
    MemorySegment.copy(source, sourceIndex, memory(), ValueLayout.JAVA_BYTE, start(index), count);
  }

  /** A copy of all elements. */
  public byte[] toArray() {
    return asSegment().toArray(ValueLayout.JAVA_BYTE);
  }

  @Override
  public SharedByteArray withoutLock() {
    removeLock();
    return this;
  }
}
