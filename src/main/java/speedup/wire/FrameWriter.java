package speedup.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gathers messages and writes many of them at once. Safe for use by several threads; messages of
 * one thread stay in order. A frame is a version byte, a type byte, the length of the body in four
 * bytes, and the body.
 */
public final class FrameWriter {
  /** Largest body that parent and worker send and accept, in bytes. */
  public static final int LARGEST_BODY = 1 << 30;

  static final int VERSION = 1;
  static final int HEADER = 6;

  /** At the start of a stream, so that a stray print is told from the protocol. */
  static final int MAGIC = 0x53705743;

  private static final int GATHER = 16 * 1024;
  private static final int KEEP = 64 * 1024;

  private final OutputStream out;
  private final int maxBody;
  private final ReentrantLock lock = new ReentrantLock();
  private final OutBuffer buffer = new OutBuffer(KEEP); // guarded by lock
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
      var start = buffer.size();
      var whole = false;
      try {
        buffer.put(VERSION);
        buffer.put(MessageCodec.typeOf(message));
        var lengthAt = buffer.reserve(Integer.BYTES);
        MessageCodec.write(message, buffer);
        var length = buffer.size() - start - HEADER;
        if (length > maxBody) {
          throw new TooLargeException(length, maxBody);
        }
        buffer.putIntAt(lengthAt, length);
        whole = true;
      } finally {
        if (!whole) { // too large, or no memory left: no half of it may go out
          buffer.truncate(start, KEEP);
        }
      }
      pending = true;
      if (buffer.size() >= GATHER) {
        writeOut();
      }
    } finally {
      lock.unlock();
    }
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
    TooLargeException(int length, int max) {
      super(
          "a message of %,d bytes is over the limit of %,d; cut the work into smaller chunks"
              .formatted(length, max));
    }
  }
}
