package speedup.python;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, none longer than a limit. For one thread. */
final class LineReader {
  private final InputStream stream;
  private final int limit;
  private byte[] buffer = new byte[64 * 1024];
  private int begin;
  private int end;

  LineReader(InputStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
  }

  /**
   * The next line without its end; null when the stream has ended. A last line without an end was
   * cut off, and is no line.
   *
   * @throws PythonException when the line is longer than the limit
   */
  byte[] next() throws IOException, PythonException {
    var looked = begin;
    while (true) {
      for (; looked < end; looked++) {
        if (buffer[looked] == '\n') {
          var line = Arrays.copyOfRange(buffer, begin, looked);
          begin = looked + 1;
          return line;
        }
      }
      looked -= begin;
      makeRoom();
      looked += begin;
      var count = stream.read(buffer, end, buffer.length - end);
      if (count < 0) {
        return null;
      }
      end += count;
    }
  }

  private void makeRoom() throws PythonException {
    if (end < buffer.length) {
      return;
    }
    if (begin == 0) {
      if (buffer.length >= limit) {
        throw new PythonException(
            "the result of a chunk in Python is longer than %,d MB; make the chunks smaller"
                .formatted(limit >> 20));
      }
      buffer = Arrays.copyOf(buffer, Math.min(limit, buffer.length * 2));
    } else {
      System.arraycopy(buffer, begin, buffer, 0, end - begin);
      end -= begin;
      begin = 0;
    }
  }
}
