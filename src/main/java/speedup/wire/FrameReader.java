package speedup.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes messages from a stream. Used by one thread. */
public final class FrameReader implements Closeable {
  private static final int CAPACITY = 64 * 1024;

  private final InputStream in;
  private final int maxBody;
  private byte[] bytes = new byte[CAPACITY];
  private int from;
  private int to;
  private final InBuffer body = new InBuffer(bytes);
  private BlockReader blocks; // null until there is a large block

  // the frame at hand
  private int type;
  private int length;

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
    while (nextHeader()) {
      if (!fill(length)) {
        return null;
      }
      if (type == BlockWriter.REGION) {
        blocks().attach(takeBody());
      } else if (type < 0) {
        return nextWithBlock();
      } else {
        return MessageCodec.read(type, takeBody());
      }
    }
    return null;
  }

  private Message nextWithBlock() throws IOException {
    if (length < Integer.BYTES) {
      throw new WireException("a message of %d bytes that promises more".formatted(length));
    }
    var messageType = type & ~FrameWriter.BLOCK_FOLLOWS & 0xff;
    var head = Arrays.copyOfRange(bytes, from, from + length); // pieces go through the same buffer
    from += length;
    var headLength = length - Integer.BYTES;
    var blockLength = body.over(head, headLength, length).getInt();
    if (blockLength < 0 || blockLength > maxBody - headLength) {
      throw tooLarge(headLength + (long) blockLength);
    }
    var block = blocks().read(blockLength);
    if (block == null) {
      return null;
    }
    var message = MessageCodec.read(messageType, body.over(head, 0, headLength, block));
    if (body.blockLeft()) {
      throw new WireException("a block for a message of type " + messageType);
    }
    return message;
  }

  /** Goes to the next frame; false at the end of the stream. */
  boolean nextHeader() throws IOException {
    if (!fill(FrameWriter.HEADER)) {
      return false;
    }
    body.over(bytes, from, from + FrameWriter.HEADER);
    var version = body.get();
    type = body.get();
    length = body.getInt();
    if (version != FrameWriter.VERSION) {
      throw new WireException(
          "protocol version %d where %d was expected".formatted(version, FrameWriter.VERSION));
    }
    if (length < 0 || length > maxBody) {
      throw tooLarge(length);
    }
    from += FrameWriter.HEADER;
    return true;
  }

  private BlockReader blocks() {
    if (blocks == null) {
      blocks = new BlockReader(this);
    }
    return blocks;
  }

  private WireException tooLarge(long promised) {
    return new WireException(
        "a message of %d bytes where at most %d are accepted".formatted(promised, maxBody));
  }

  /** The type of the frame at hand. */
  int type() {
    return type;
  }

  /** The length of the frame at hand, in bytes. */
  int length() {
    return length;
  }

  /** The body of the frame at hand, which is here already. */
  InBuffer takeBody() {
    var start = from;
    from += length;
    return body.over(bytes, start, from);
  }

  /** Takes bytes of the frame at hand; how many, or -1 at the end of the stream. */
  int read(byte[] into, int at, int most) throws IOException {
    if (from == to) {
      return in.read(into, at, Math.min(most, CAPACITY));
    }
    var count = Math.min(most, to - from);
    System.arraycopy(bytes, from, into, at, count);
    from += count;
    return count;
  }

  /** Whether a whole message is here already, so that {@link #next()} does not wait. */
  public boolean buffered() throws IOException {
    if (to - from < FrameWriter.HEADER) {
      return false;
    }
    var next = body.over(bytes, from + 1, to).get();
    if (next < 0 || next == BlockWriter.REGION) {
      return false; // more is to follow
    }
    var nextLength = body.getInt();
    return nextLength >= 0 && to - from >= (long) FrameWriter.HEADER + nextLength;
  }

  /** Gives shared memory back. The stream is its maker's to close. */
  @Override
  public void close() {
    if (blocks != null) {
      blocks.close();
    }
  }

  /** Waits until so many bytes are here; false when the stream ends before. */
  boolean fill(int wanted) throws IOException {
    while (to - from < wanted) {
      if (from == to && bytes.length > 16 * CAPACITY) {
        bytes = new byte[CAPACITY];
        from = 0;
        to = 0;
      }
      if (from > 0) {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
      }
      if (to == bytes.length) {
        // grows with what has really arrived, not with what a header promises
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length));
      }
      var count = in.read(bytes, to, Math.min(CAPACITY, bytes.length - to));
      if (count < 0) {
        return false;
      }
      to += count;
    }
    return true;
  }
}
