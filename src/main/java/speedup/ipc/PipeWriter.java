package speedup.ipc;

import java.io.IOException;
import speedup.shm.LockWord;
import speedup.shm.Pause;

/**
 * Sends through one direction of a {@link Pipe}. One message at a time, of all threads and
 * processes; one that dies or gives up in the middle leaves a message without a last piece. Any
 * thread.
 */
final class PipeWriter {
  private final PipeRing ring;
  private final PipeEnds ends;
  private final int readers;
  private volatile boolean stopped;

  /** As last seen: the true one is there or further. Guarded by the send lock. */
  private long head;

  /**
   * Sends.
   *
   * @param readers the side that receives it
   */
  PipeWriter(PipeRing ring, PipeEnds ends, int readers) {
    this.ring = ring;
    this.ends = ends;
    this.readers = readers;
  }

  /**
   * Sends one message.
   *
   * @param kind {@link PipeLayout#OBJECT} or 0
   */
  void send(byte[] from, int offset, int length, long kind)
      throws IOException, InterruptedException {
    if (!ring.sendLock.tryTake()) {
      ring.sendLock.take(Pause.upTo(Pause.FOREVER), _ -> requireOpen());
    }
    try {
      requireOpen();
      requireReader();
      if (length <= PipeLayout.MOST_IN_PIECE) {
        writeWhole(from, offset, length, kind);
      } else {
        writePieces(from, offset, length, kind);
      }
    } finally {
      ring.sendLock.release();
      ring.dataBell.ring(); // also when the message was given up: who waits for the rest goes on
    }
  }

  private void writeWhole(byte[] from, int offset, int length, long kind)
      throws IOException, InterruptedException {
    var tail = ring.tail();
    awaitRoom(tail, Long.BYTES + PipeRing.filledUp(length));
    ring.word(tail, kind | PipeLayout.FIRST | PipeLayout.LAST | length);
    write(tail + Long.BYTES, from, offset, length);
  }

  private void writePieces(byte[] from, int offset, int length, long kind)
      throws IOException, InterruptedException {
    for (var done = 0; done < length; ) {
      var tail = ring.tail();
      var piece = Math.min(PipeLayout.MOST_IN_PIECE, length - done);
      awaitRoom(tail, 2L * Long.BYTES + PipeRing.filledUp(piece));
      var at = tail + Long.BYTES;
      if (done == 0) {
        ring.word(at, length);
        at += Long.BYTES;
      }
      var last = done + piece == length;
      var mark = (done == 0 ? PipeLayout.FIRST : 0) | (last ? PipeLayout.LAST : 0);
      ring.word(tail, kind | mark | piece);
      write(at, from, offset + done, piece);
      ring.dataBell.ring();
      done += piece;
    }
  }

  private void write(long at, byte[] from, int offset, int length) {
    ring.write(at, from, offset, length);
    ring.tail(at + PipeRing.filledUp(length));
  }

  private boolean hasRoom(long tail, long bytes) {
    if (tail + bytes - head <= PipeLayout.CAPACITY) {
      return true;
    }
    head = ring.head();
    return tail + bytes - head <= PipeLayout.CAPACITY;
  }

  private void awaitRoom(long tail, long bytes) throws IOException, InterruptedException {
    if (hasRoom(tail, bytes)) {
      return;
    }
    Pause.throwIfInterrupted();
    var pause = Pause.upTo(Pause.FOREVER);
    while (!hasRoom(tail, bytes)) {
      if (pause.spin(ring.memory(), ring.lowHead(), (int) head)) {
        continue;
      }
      ring.roomBell.arm();
      if (!hasRoom(tail, bytes) && !stopped && !ends.isGone(readers)) {
        ring.roomBell.sleep(pause);
      }
      Pause.throwIfInterrupted();
      requireOpen();
      requireReader();
    }
  }

  /** A closed reader is known at once, a dead one within milliseconds. */
  private void requireReader() throws IOException {
    if (ends.lookAtTimes(readers)) {
      throw new IOException("broken pipe: nobody has the other end any more");
    }
  }

  private void requireOpen() {
    if (stopped) {
      throw new IllegalStateException("this end of the pipe is closed here");
    }
  }

  /** Makes all who send here give up, and returns when they have. */
  void stop() {
    stopped = true;
    letGo(ring.sendLock, ring.roomBell);
  }

  /** Waits until this process has a lock no more whose users give it back when they are woken. */
  static void letGo(LockWord lock, PipeBell bell) {
    for (var pause = Pause.upTo(Pause.FOREVER); lock.isHeldHere(); ) {
      bell.ring();
      pause.spin();
      Thread.yield();
    }
  }
}
