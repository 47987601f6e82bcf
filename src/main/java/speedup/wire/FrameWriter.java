package speedup.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gathers messages and writes many of them at once. Safe for use by several threads; messages of
 * one thread stay in order. A frame is a version byte, a type byte, the length of the body in four
 * bytes, and the body. A large block in a message follows its frame, see {@link BlockWriter}.
 */
public final class FrameWriter implements Closeable {
  /** Largest body that parent and worker send and accept, in bytes. */
  public static final int LARGEST_BODY = 1 << 30;

  static final int VERSION = 1;
  static final int HEADER = 6;

  /** Added to a message's type: its last four bytes are the length of the block that follows. */
  static final int BLOCK_FOLLOWS = 0x80;

  /** At the start of a stream, so that a stray print is told from the protocol. */
  static final int MAGIC = 0x53705743;

  private static final int GATHER = 16 * 1024;
  private static final int KEEP = 64 * 1024;

  private final OutputStream out;
  private final int maxBody;
  private final ReentrantLock lock = new ReentrantLock();
  private final OutBuffer buffer = new OutBuffer(KEEP); // guarded by lock
  private BlockWriter blocks; // guarded by lock; null until there is a large block
  private boolean broken; // guarded by lock
  private volatile boolean pending;

  /**
   * Writes to a stream; nothing is written before the first flush.
   *
   * @param maxBody largest body in bytes that the other side accepts
   */
  public FrameWriter(OutputStream out, int maxBody) {
    this.out = out;
    this.maxBody = maxBody;
  }

  /** Begins the stream with its magic number. */
  public void begin() {
    lock.lock();
    try {
      buffer.putInt(MAGIC);
      pending = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a message; writes when 16 KiB have gathered.
   *
   * @throws TooLargeException when it is larger than the other side accepts; nothing was added
   */
  public void add(Message message) throws IOException {
    lock.lock();
    try {
      if (broken) {
        throw new IOException("closed, or an earlier message was cut in the middle");
      }
      var start = buffer.size();
      byte[] block = null;
      var whole = false;
      try {
        block = addFrame(message);
        whole = true;
      } finally {
        if (!whole) { // too large, or no memory left: no half of it may go out
          buffer.takeAside();
          buffer.truncate(start, KEEP);
        }
      }
      if (!pending) { // read first: a write that others see costs as much as the rest of it
        pending = true;
      }
      if (block != null) {
        broken = true; // unless all of it goes out
        if (blocks == null) {
          blocks = new BlockWriter(out, buffer);
        }
        blocks.write(block);
        broken = false;
      }
      if (buffer.size() >= GATHER) {
        writeOut();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns the block that is to follow, or null. */
  private byte[] addFrame(Message message) throws TooLargeException {
    buffer.put(VERSION);
    var typeAt = buffer.reserve(1);
    var lengthAt = buffer.reserve(Integer.BYTES);
    buffer.keepAside(BlockWriter.LARGE);
    MessageCodec.write(message, buffer);
    var block = buffer.takeAside();
    var type = message.kind().code;
    var bodyAt = lengthAt + Integer.BYTES;
    var length = buffer.size() - bodyAt + (block == null ? 0L : block.length);
    if (length > maxBody) {
      throw new TooLargeException(length, maxBody);
    }
    if (block != null) {
      buffer.putInt(block.length);
      type |= BLOCK_FOLLOWS;
    }
    buffer.putAt(typeAt, type);
    buffer.putIntAt(lengthAt, buffer.size() - bodyAt);
    return block;
  }

  /** Whether something waits to be written. */
  public boolean pending() {
    return pending;
  }

  /** Writes what has gathered. */
  public void flush() throws IOException {
    if (!pending) {
      return;
    }
    lock.lock();
    try {
      writeOut();
    } finally {
      lock.unlock();
    }
  }

  /** Gives shared memory back. The stream is its maker's to close, and nothing can follow. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      broken = true;
      if (blocks != null) {
        blocks.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void writeOut() throws IOException {
    if (buffer.size() > 0) {
      out.write(buffer.array(), 0, buffer.size());
      out.flush();
      buffer.truncate(0, KEEP);
    }
    pending = false;
  }

  /** A message over the limit. */
  public static final class TooLargeException extends IOException {
    TooLargeException(long length, int max) {
      super(
          "a message of %,d bytes is over the limit of %,d; cut the work into smaller chunks"
              .formatted(length, max));
    }
  }
}
