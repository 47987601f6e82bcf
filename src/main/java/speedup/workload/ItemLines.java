package speedup.workload;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines from a part of a text file. A line ends with LF or CR LF. For one thread. */
final class ItemLines implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** A line that is longer is refused, as it would fill the memory. */
  static final int MOST_BYTES = 1 << 20;

  private final RandomAccessFile file;
  private final InputStream in;
  private final long end;
  private byte[] line = new byte[256];
  private int length;
  private long at;

  /** Opens a file to read the bytes {@code start} to {@code end - 1}. */
  ItemLines(String name, long start, long end) throws IOException {
    file = new RandomAccessFile(name, "r");
    file.seek(start);
    in = new BufferedInputStream(Channels.newInputStream(file.getChannel()), BUFFER);
    at = start;
    this.end = end;
  }

  /**
   * Goes to the next line; false after the last.
   *
   * @throws IOException when reading fails, or the line is longer than {@link #MOST_BYTES}
   */
  boolean next() throws IOException {
    length = 0;
    var any = false;
    while (at < end) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("the file became shorter while it was read; leave it as it is");
      }
      at++;
      any = true;
      if (next == '\n') {
        break;
      }
      add((byte) next);
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return any;
  }

  private void add(byte next) throws IOException {
    if (length == line.length) {
      if (length == MOST_BYTES) {
        throw new IOException("a line is longer than 1 MiB; split it into shorter ones");
      }
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = next;
  }

  /** The byte after this line and its end. */
  long position() {
    return at;
  }

  /** The line; what is no UTF-8 in it is replaced. */
  String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** Whether all of the line is UTF-8. */
  boolean isUtf8() {
    return Utf8.firstInvalid(line, 0, length) < 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
