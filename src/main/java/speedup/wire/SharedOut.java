package speedup.wire;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import speedup.shm.Region;

/**
 * The writing end of a ring in shared memory, from one process to one other. Used by one thread at
 * a time.
 *
 * <pre>
 * 0          64                                                  size
 * │ consumed │ piece │ piece │      free      │ piece │ piece │ - │
 * </pre>
 *
 * Positions count all bytes since the beginning; a piece is never cut at the end of the ring but
 * goes to its begin. The reader says up to which position it has taken everything: {@link #CLOSED}
 * until it has attached.
 */
final class SharedOut {
  /** How far the reader is: a position, plus one. Stored with release, loaded with acquire. */
  static final VarHandle CONSUMED =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** What {@link #CONSUMED} is in memory that nobody has attached to. */
  static final long CLOSED = 0;

  /** Where the ring begins; a cache line of its own for the reader's word. */
  static final int RING = 64;

  /** There is no room. */
  static final long NONE = -1;

  private final Region region;
  private final ByteBuffer memory; // a buffer starts ten milliseconds faster than a segment
  private final int capacity;
  private long written;
  private long released; // everything before this position is free

  /**
   * Makes the memory; the other side is yet to be told.
   *
   * @param capacity of the ring in bytes
   */
  SharedOut(int capacity) throws IOException {
    this.capacity = capacity;
    region = Region.create((long) RING + capacity);
    memory = region.memory().asByteBuffer();
  }

  Path path() {
    return region.path();
  }

  /**
   * Puts a piece into the ring; the other side is yet to be told.
   *
   * @return its position, or {@link #NONE} where there is no room at the moment
   */
  long put(byte[] from, int at, int length) {
    var consumed = (long) CONSUMED.getAcquire(memory, 0) - 1;
    if (consumed < 0) {
      return NONE;
    }
    released = Math.max(released, consumed);
    var place = written % capacity;
    var position = written;
    if (released >= written) { // empty: what is still in the cache is used again
      position += place == 0 ? 0 : capacity - place;
      released = position;
    } else if (place + length > capacity) {
      position += capacity - place;
    }
    if (position + length - released > capacity) {
      return NONE;
    }
    memory.put(RING + (int) (position % capacity), from, at, length);
    written = position + length;
    return position;
  }

  /** Gives the memory back, and deletes its file if the other side has not. */
  void close() throws IOException {
    region.close();
    region.unlink();
  }
}
