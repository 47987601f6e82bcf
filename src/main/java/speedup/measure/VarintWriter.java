package speedup.measure;

import java.io.IOException;
import java.io.OutputStream;

/** Writes whole numbers in as many bytes as they need, seven bits a byte. Not thread-safe. */
final class VarintWriter implements AutoCloseable {
  private static final int LONGEST = 10;

  private final OutputStream out;
  private final byte[] buffer;
  private int size;

  VarintWriter(OutputStream out, byte[] buffer) {
    this.out = out;
    this.buffer = buffer;
  }

  /** Short for small numbers that are not negative; any number comes back. */
  void unsigned(long number) throws IOException {
    if (buffer.length - size < LONGEST) {
      flush();
    }
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  /** Short for numbers near to 0 on either side. */
  void signed(long number) throws IOException {
    unsigned((number << 1) ^ (number >> 63));
  }

  private void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
