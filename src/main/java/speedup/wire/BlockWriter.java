package speedup.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes large blocks of bytes in pieces, without gathering them: through shared memory while there
 * is room and the other side has attached, and into the stream otherwise. Never waits for room.
 * Used by one thread at a time.
 */
final class BlockWriter {
  /** Blocks from this length on are written here. */
  static final int LARGE = 32 * 1024;

  /** The largest piece. The reader copies one while the writer copies the next. */
  static final int PIECE = 512 * 1024;

  /** Frames within a stream of messages, all of them before the first code of a message. */
  static final int SHARED_PIECE = 125;

  static final int STREAM_PIECE = 126;
  static final int REGION = 127;

  /** One write to a pipe: more makes the Java library copy it through fresh memory. */
  private static final int STEP = 64 * 1024;

  private static final int RING_CAPACITY = 4 * 1024 * 1024;

  /** Shared memory pays once so many bytes have gone the slower way. */
  private static final long WORTHWHILE = 16 * 1024 * 1024;

  private final OutputStream out;
  private final OutBuffer frames;
  private SharedOut shared;
  private boolean tried;
  private long streamed;

  /**
   * Writes to a stream.
   *
   * @param frames what is to be written before; it is empty after each block
   */
  BlockWriter(OutputStream out, OutBuffer frames) {
    this.out = out;
    this.frames = frames;
  }

  void write(byte[] block) throws IOException {
    for (var at = 0; at < block.length; ) {
      at += shared == null ? stream(block, at) : share(block, at);
    }
    if (!tried && streamed >= WORTHWHILE) {
      tried = true;
      makeShared();
    }
    out.flush();
  }

  private int share(byte[] block, int at) throws IOException {
    var length = Math.min(PIECE, block.length - at);
    var position = shared.put(block, at, length);
    if (position == SharedOut.NONE) {
      return stream(block, at);
    }
    begin(SHARED_PIECE, Long.BYTES + Integer.BYTES);
    frames.putLong(position);
    frames.putInt(length);
    writeFrames();
    out.flush();
    return length;
  }

  private int stream(byte[] block, int at) throws IOException {
    var length = Math.min(STEP, block.length - at);
    begin(STREAM_PIECE, length);
    writeFrames();
    out.write(block, at, length);
    streamed += length;
    return length;
  }

  /** The block is on its way already: neither side waits while the other opens the memory. */
  private void makeShared() throws IOException {
    try {
      shared = new SharedOut(RING_CAPACITY);
    } catch (IOException e) {
      return; // no room, or no such memory here: the stream carries everything
    }
    var path = shared.path().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    begin(REGION, Integer.BYTES + path.length);
    frames.putInt(RING_CAPACITY);
    frames.putBytes(path, 0, path.length);
    writeFrames();
  }

  private void begin(int type, int length) {
    frames.put(FrameWriter.VERSION);
    frames.put(type);
    frames.putInt(length);
  }

  private void writeFrames() throws IOException {
    out.write(frames.array(), 0, frames.size());
    frames.truncate(0, STEP);
  }

  void close() throws IOException {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }
}
