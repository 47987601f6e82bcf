package speedup.measure;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what {@link VarintWriter} wrote. Not thread-safe. */
final class VarintReader implements AutoCloseable {
  /** Deflate makes no more out of a byte. */
  private static final long LARGEST_RATIO = 1_032;

  private final InputStream in;
  private final byte[] buffer;
  private final long mostBytes;
  private int at;
  private int size;

  /**
   * Reads from a packed stream.
   *
   * @param packedBytes its length
   */
  VarintReader(InputStream in, byte[] buffer, long packedBytes) {
    this.in = in;
    this.buffer = buffer;
    this.mostBytes = packedBytes * LARGEST_RATIO;
  }

  long unsigned() throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = next();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new TraceException("is damaged");
  }

  long signed() throws IOException {
    long number = unsigned();
    return (number >>> 1) ^ -(number & 1);
  }

  /**
   * How many of something follow, each of at least a byte.
   *
   * @throws TraceException when there are more than are allowed, or than the bytes could hold
   */
  int count(String what, int most) throws IOException {
    long count = unsigned();
    if (count < 0 || count > Math.min(most, mostBytes)) {
      throw new TraceException(
          "claims %s %s, where at most %,d are possible"
              .formatted(Long.toUnsignedString(count), what, Math.min(most, mostBytes)));
    }
    return (int) count;
  }

  /** Also makes the stream compare its checksum. */
  void expectEnd() throws IOException {
    if (at < size || in.read() >= 0) {
      throw new TraceException("goes on after its end");
    }
  }

  private byte next() throws IOException {
    if (at == size) {
      size = in.read(buffer);
      at = 0;
      if (size < 0) {
        size = 0;
        throw new EOFException();
      }
    }
    return buffer[at++];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
