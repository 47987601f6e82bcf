package speedup.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes messages from a stream. Used by one thread. */
public final class FrameReader {
  private static final int CAPACITY = 64 * 1024;

  private final InputStream in;
  private final int maxBody;
  private byte[] bytes = new byte[CAPACITY];
  private int from;
  private int to;
  private final InBuffer body = new InBuffer(bytes);

  /**
   * Reads from a stream.
   *
   * @param maxBody largest body accepted, in bytes; checked before anything is allocated
   */
  public FrameReader(InputStream in, int maxBody) {
    this.in = in;
    this.maxBody = maxBody;
  }

  /**
   * Checks the magic number at the start of the stream.
   *
   * @throws WireException when the other side is no worker of this program
   * @throws EOFException when the stream ends before it
   */
  public void expectMagic() throws IOException {
    if (!fill(Integer.BYTES)) {
      throw new EOFException("the stream ended before its first message");
    }
    var magic = body.over(bytes, from, to).getInt();
    if (magic != FrameWriter.MAGIC) {
      throw new WireException(
          "the stream begins with %08x instead of %08x: something else was printed to it"
              .formatted(magic, FrameWriter.MAGIC));
    }
    from += Integer.BYTES;
  }

  /**
   * The next message; waits for it.
   *
   * @return null at the end of the stream
   */
  public Message next() throws IOException {
    if (!fill(FrameWriter.HEADER)) {
      return null;
    }
    body.over(bytes, from, from + FrameWriter.HEADER);
    var version = body.get();
    var type = body.get();
    var length = body.getInt();
    if (version != FrameWriter.VERSION) {
      throw new WireException(
          "protocol version %d where %d was expected".formatted(version, FrameWriter.VERSION));
    }
    if (length < 0 || length > maxBody) {
      throw new WireException(
          "a message of %d bytes where at most %d are accepted".formatted(length, maxBody));
    }
    if (!fill(FrameWriter.HEADER + length)) {
      return null;
    }
    var start = from + FrameWriter.HEADER;
    var message = MessageCodec.read(type, body.over(bytes, start, start + length));
    from = start + length;
    if (from == to && bytes.length > 16 * CAPACITY) {
      bytes = new byte[CAPACITY];
      from = 0;
      to = 0;
    }
    return message;
  }

  /** Whether a whole message is here already, so that {@link #next()} does not wait. */
  public boolean buffered() throws IOException {
    if (to - from < FrameWriter.HEADER) {
      return false;
    }
    var length = body.over(bytes, from + 2, to).getInt();
    return length >= 0 && to - from >= (long) FrameWriter.HEADER + length;
  }

  private boolean fill(int wanted) throws IOException {
    while (to - from < wanted) {
      if (from > 0) {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
      }
      if (to == bytes.length) {
        // grows with what has really arrived, not with what a header promises
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length));
      }
      var count = in.read(bytes, to, bytes.length - to);
      if (count < 0) {
        return false;
      }
      to += count;
    }
    return true;
  }
}
