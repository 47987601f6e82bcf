package speedup.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import speedup.shm.Region;

/** The reading end of what {@link SharedOut} writes. Used by one thread. */
final class SharedIn {
  private final Region region;
  private final ByteBuffer memory;
  private final int capacity;
  private long consumed;

  /**
   * Attaches, deletes the file so that nothing can be left behind, and tells the writer that it may
   * begin.
   *
   * @param capacity of the ring in bytes
   * @throws IOException when that is impossible; the writer then never uses the memory
   */
  SharedIn(Path path, int capacity) throws IOException {
    this.capacity = capacity;
    region = Region.attach(path, (long) SharedOut.RING + capacity);
    memory = region.memory().asByteBuffer();
    var ready = false;
    try {
      region.unlink();
      SharedOut.CONSUMED.setRelease(memory, 0, 1L);
      ready = true;
    } finally {
      if (!ready) {
        region.close();
      }
    }
  }

  /**
   * Takes a piece out of the ring; its place is free afterwards.
   *
   * @throws WireException when it does not lie in the ring, or before what was taken already
   */
  void take(long position, int length, byte[] into, int at) throws WireException {
    if (position < consumed
        || position - consumed >= capacity // room at the end of the ring that was passed over
        || length > capacity - position % capacity) {
      throw new WireException(
          "a piece of %d bytes at position %d, after %d, in a ring of %d bytes"
              .formatted(length, position, consumed, capacity));
    }
    memory.get(SharedOut.RING + (int) (position % capacity), into, at, length);
    consumed = position + length;
    SharedOut.CONSUMED.setRelease(memory, 0, consumed + 1);
  }

  /** Gives the memory back. */
  void close() {
    region.close();
  }
}
