package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * The segments of a queue in this process, mapped when they are first needed. They follow each
 * other in one file; each is at least twice as long as the one before. Any thread.
 */
final class QueueSegments {
  private final SharedRegion region;
  private final MemorySegment memory;

  // written and read without a lock: what is seen there is whole, and is checked for its size
  private final MemorySegment[] mapped = new MemorySegment[QueueLayout.MOST_SEGMENTS];

  /** Over a region that is kept open. */
  QueueSegments(SharedRegion region) {
    this.region = region;
    memory = region.body();
    mapped[0] = memory.asSlice(QueueLayout.SEGMENTS, QueueLayout.FIRST_SIZE);
  }

  private static long sizeAt(int number) {
    return QueueLayout.SIZES + (long) number * Long.BYTES;
  }

  private long size(int number) {
    return Words.getLong(memory, sizeAt(number));
  }

  /** One that holds items. */
  MemorySegment get(int number) {
    var known = mapped[number];
    // of another size is one that was made here and given up, before somebody else made it
    return known != null && known.byteSize() == size(number) ? known : map(number);
  }

  private long begin(int number) {
    var begin = (long) QueueLayout.SEGMENTS;
    for (var i = 0; i < number; i++) {
      begin += size(i);
    }
    return begin;
  }

  private MemorySegment map(int number) {
    try {
      var segment = region.map(begin(number), size(number));
      mapped[number] = segment;
      return segment;
    } catch (IOException e) {
      throw new UncheckedIOException("the memory of the queue has grown and cannot be mapped", e);
    }
  }

  /**
   * Makes the next one, over whatever somebody made there who did not use it. Under the put lock.
   *
   * @param number its number
   * @param least bytes that it must have
   * @throws UncheckedIOException when the system has no room for it
   */
  MemorySegment add(int number, long least) {
    if (number == QueueLayout.MOST_SEGMENTS) {
      throw new IllegalStateException("the queue cannot grow further");
    }
    var size = Math.max(2 * size(number - 1), Long.highestOneBit(least - 1) << 1);
    try {
      var segment = region.grow(begin(number), size);
      Words.setLong(memory, sizeAt(number), size);
      mapped[number] = segment;
      return segment;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no shared memory for %,d bytes more in a queue".formatted(size), e);
    }
  }
}
