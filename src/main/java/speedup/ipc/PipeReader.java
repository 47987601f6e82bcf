package speedup.ipc;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import speedup.shm.LockWord;
import speedup.shm.Pause;
import speedup.shm.ProcessId;

/**
 * Receives from one direction of a {@link Pipe}. Each message goes to one thread of all processes.
 * One whose sender died in the middle is skipped, and so is the rest of one whose receiver did. Any
 * thread.
 */
final class PipeReader {
  private final PipeRing ring;
  private final PipeEnds ends;
  private final int writers;
  private volatile boolean stopped;

  // guarded by the receive lock, in this process
  private long tail; // as last seen: the true one is there or further
  private long roomRungAt;

  /**
   * Receives.
   *
   * @param writers the side that sends it
   */
  PipeReader(PipeRing ring, PipeEnds ends, int writers) {
    this.ring = ring;
    this.ends = ends;
    this.writers = writers;
  }

  /** A message. */
  record Message(byte[] bytes, boolean isObject) {}

  /**
   * Receives one.
   *
   * @param nanos how long to wait for its beginning
   * @param object whether it may be an object
   * @throws IllegalStateException when it must not be one and is; it stays
   */
  Message receive(long nanos, boolean object)
      throws EOFException, InterruptedException, TimeoutException {
    var pause = Pause.upTo(nanos);
    for (; ; ) {
      var message = take(pause, object);
      if (message != null) {
        return message;
      }
      if (!await(pause)) {
        throw new TimeoutException(
            "no message within %d ms".formatted(pause.waitedNanos() / 1_000_000));
      }
    }
  }

  /** Takes one if it is there. */
  private Message take(Pause pause, boolean object) throws InterruptedException {
    if (!ring.receiveLock.tryTake()
        && ring.receiveLock.take(pause, _ -> requireOpen()) == LockWord.Taken.NO) {
      return null;
    }
    try {
      requireOpen();
      return take(object);
    } finally {
      ring.receiveLock.release();
    }
  }

  /**
   * The messages that are whole and come next, oldest first; they stay. None while another receives
   * one.
   *
   * @param most how many at most
   */
  List<Message> peek(int most) {
    var messages = new ArrayList<Message>();
    if (!ring.receiveLock.tryTake()) {
      return messages;
    }
    try {
      for (var at = ring.head(); messages.size() < most && isThere(at); ) {
        var word = ring.word(at);
        if ((word & PipeLayout.FIRST) == 0 || (word & PipeLayout.LAST) == 0) {
          return messages; // one in pieces is not here as a whole
        }
        var bytes = new byte[(int) word];
        ring.read(at + Long.BYTES, bytes, 0, bytes.length);
        messages.add(new Message(bytes, (word & PipeLayout.OBJECT) != 0));
        at = PipeRing.after(at, word);
      }
      return messages;
    } finally {
      ring.receiveLock.release();
    }
  }

  private boolean isThere(long head) {
    if (head >= tail) {
      tail = ring.tail();
    }
    return head < tail;
  }

  private Message take(boolean object) {
    for (var head = ring.head(); isThere(head); head = ring.head()) {
      var word = ring.word(head);
      if ((word & PipeLayout.FIRST) == 0) {
        skipRest(head, word);
        continue;
      }
      var isObject = (word & PipeLayout.OBJECT) != 0;
      if (isObject && !object) {
        if (isGivenUp(head, word)) {
          drop(head, word);
          continue;
        }
        throw new IllegalStateException(
            "the next message is an object; take it with receive(), not receiveBytes()");
      }
      if (ring.isOpen()) {
        ring.abandon();
      }
      var bytes = (word & PipeLayout.LAST) != 0 ? whole(head, word) : pieces(head, word);
      if (bytes != null) {
        return new Message(bytes, isObject);
      }
    }
    return null;
  }

  /** A piece of a message whose receiver died. */
  private void skipRest(long head, long word) {
    if ((word & PipeLayout.LAST) != 0) {
      ring.abandon();
    }
    free(PipeRing.after(head, word));
  }

  /** The first piece of a message whose sender died. */
  private void drop(long head, long word) {
    ring.abandon();
    free(PipeRing.after(head, word));
  }

  /** Whether the message that begins there will never be whole, as far as can be seen. */
  private boolean isGivenUp(long first, long firstWord) {
    var at = first;
    for (var word = firstWord; (word & PipeLayout.LAST) == 0; word = ring.word(at)) {
      at = PipeRing.after(at, word);
      if (!isThere(at)) {
        var more = isBeingSent();
        if (!isThere(at)) {
          return !more;
        }
      }
      if ((ring.word(at) & PipeLayout.FIRST) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Who sends has the lock until the last piece is there. */
  private boolean isBeingSent() {
    var sender = ring.sendLock.holder();
    return sender != ProcessId.NOBODY && ProcessId.isAlive(sender);
  }

  private byte[] whole(long head, long word) {
    var bytes = new byte[(int) word];
    ring.read(head + Long.BYTES, bytes, 0, bytes.length);
    free(PipeRing.after(head, word));
    return bytes;
  }

  /** A message in pieces; null when it will never be whole. */
  private byte[] pieces(long first, long firstWord) {
    var bytes = new byte[(int) ring.word(first + Long.BYTES)];
    var interrupted = false;
    ring.open(true);
    try {
      var head = first;
      var word = firstWord;
      for (var done = 0; ; ) {
        var piece = (int) word;
        var next = PipeRing.after(head, word);
        ring.read(next - PipeRing.filledUp(piece), bytes, done, piece);
        done += piece;
        head = next;
        free(head);
        if ((word & PipeLayout.LAST) != 0) {
          ring.open(false);
          return bytes;
        }
        interrupted |= awaitPiece(head);
        if (!isThere(head)) {
          ring.abandon();
          return null;
        }
        word = ring.word(head);
        if ((word & PipeLayout.FIRST) != 0) {
          ring.abandon();
          return null;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Until the next piece of a message is there, or its sender is gone.
   *
   * @return whether this thread was interrupted: a message that has begun is received whole
   */
  private boolean awaitPiece(long head) {
    var interrupted = false;
    var pause = Pause.upTo(Pause.FOREVER);
    while (!isThere(head)) {
      if (pause.spin(ring.memory(), ring.lowTail(), (int) head)) {
        continue;
      }
      ring.dataBell.arm();
      if (!isThere(head) && !stopped) {
        ring.dataBell.sleep(pause);
      }
      interrupted |= Thread.interrupted();
      requireOpen();
      if (!isBeingSent() && !isThere(head)) {
        return interrupted;
      }
    }
    return interrupted;
  }

  /** Gives back the room up to there, and tells who waits for it once there is a quarter. */
  private void free(long head) {
    ring.head(head);
    if (head - roomRungAt >= PipeLayout.CAPACITY / 4) {
      roomRungAt = head;
      ring.roomBell.ring();
    }
  }

  /**
   * Until there is something.
   *
   * @return false when the time is up
   */
  private boolean await(Pause pause) throws EOFException, InterruptedException {
    Pause.throwIfInterrupted();
    for (; ; ) {
      var head = ring.head();
      var seen = ring.tail();
      if (seen != head) {
        return true;
      }
      requireOpen();
      if (ends.isGone(writers)) {
        if (ring.isEmpty()) {
          throw new EOFException("nobody has the other end any more, and all messages were taken");
        }
        return true;
      }
      if (pause.spin(ring.memory(), ring.lowTail(), (int) seen)) {
        continue;
      }
      ring.dataBell.arm();
      var timeLeft = true;
      if (ring.isEmpty() && !stopped && !ends.isGone(writers)) {
        timeLeft = ring.dataBell.sleep(pause);
      }
      Pause.throwIfInterrupted();
      if (ring.isEmpty() && !ends.look(writers) && !timeLeft) {
        return false;
      }
    }
  }

  /** Whether receiving would not wait: for a message, or the end of the stream. */
  boolean poll() {
    return isReady() || ring.isEmpty() && ends.lookAtTimes(writers);
  }

  /** As the other, but waits for it. */
  boolean poll(long nanos) throws InterruptedException {
    var pause = Pause.upTo(nanos);
    try {
      while (!poll()) {
        if (!await(pause)) {
          return false;
        }
      }
      return true;
    } catch (EOFException e) {
      return true; // which is what the next one who receives is told
    }
  }

  /** Whether a message has begun to arrive; what was given up before it is taken away. */
  private boolean isReady() {
    if (ring.isEmpty() || !ring.receiveLock.tryTake()) {
      return !ring.isEmpty(); // if somebody receives right now, what is there may be his
    }
    try {
      for (var head = ring.head(); isThere(head); head = ring.head()) {
        var word = ring.word(head);
        if ((word & PipeLayout.FIRST) == 0) {
          skipRest(head, word);
        } else if (isGivenUp(head, word)) {
          drop(head, word);
        } else {
          return true;
        }
      }
      return false;
    } finally {
      ring.receiveLock.release();
    }
  }

  private void requireOpen() {
    if (stopped) {
      throw new IllegalStateException("this end of the pipe is closed here");
    }
  }

  /** Makes all who receive here give up, and returns when they have. */
  void stop() {
    stopped = true;
    PipeWriter.letGo(ring.receiveLock, ring.dataBell);
  }
}
