package speedup.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import speedup.shm.Pause;
import speedup.wire.Replaced;

/**
 * One end of a {@link Pipe}, as {@code multiprocessing.Connection}. It is passed to a task or a
 * child process like any argument, or through another connection, and is the same end there.
 *
 * <p>Messages arrive whole and in the order of sending, each at one receiver. Any number of threads
 * and processes may use the same end: their messages do not mix. Large ones go in pieces of 32 KiB
 * while both sides run, so sending one waits for somebody who receives it; if the sender dies in
 * the middle, it is skipped, and if the receiver does, so is the rest of it.
 *
 * <p>The other end is gone when all processes that received or used it have closed it, lost their
 * last reference to the pipe, or ended, however they ended. The process that made the pipe does not
 * count once another has the end, unless it uses the end too. Closing is noticed at once, a death
 * within some 30 ms. A task closes its end when it is done; otherwise the end counts until the
 * garbage collector finds it, or the process ends.
 */
public final class Connection implements AutoCloseable, Replaced, Serializable {
  private final transient Pipe pipe;
  private final transient int side;
  private final transient PipeReader in;
  private final transient PipeWriter out;
  private transient volatile boolean used;
  private transient volatile boolean closed;

  /**
   * An end.
   *
   * @param in null when it only sends
   * @param out null when it only receives
   * @param used whether this process counts as one that has it
   */
  Connection(Pipe pipe, int side, PipeReader in, PipeWriter out, boolean used) {
    this.pipe = pipe;
    this.side = side;
    this.in = in;
    this.out = out;
    this.used = used;
  }

  /** Whether it can receive. */
  public boolean isReadable() {
    return in != null;
  }

  /** Whether it can send. */
  public boolean isWritable() {
    return out != null;
  }

  /** Whether {@link #close()} was called in this process. */
  public boolean isClosed() {
    return closed;
  }

  /** This process knows already that it uses it. */
  void used() {
    used = true;
  }

  private void begin(Object direction, String what) {
    if (closed) {
      throw new IllegalStateException("this end of the pipe is closed here");
    }
    if (direction == null) {
      throw new UnsupportedOperationException("this end of a one-way pipe does not " + what);
    }
    if (!used) {
      pipe.ends().use(side);
      used = true;
    }
  }

  /**
   * Sends an object; waits while there is no room. A {@code byte[]} is sent as by {@link
   * #sendBytes(byte[])}.
   *
   * @throws IOException when the other end is gone: a broken pipe
   * @throws TransferException when the object cannot cross; nothing is sent then
   * @throws UnsupportedOperationException when this end only receives
   * @throws InterruptedException when this thread is interrupted while it waits, noticed within
   *     some 30 ms; the message is not sent
   */
  public void send(Object value) throws IOException, InterruptedException {
    begin(out, "send");
    if (value instanceof byte[] bytes) {
      write(bytes, 0, bytes.length, 0);
    } else {
      var bytes = pipe.crossing().bytes(value);
      write(bytes, 0, bytes.length, PipeLayout.OBJECT);
    }
  }

  /**
   * Sends bytes as one message; waits while there is no room. They must not change meanwhile.
   *
   * @throws IOException when the other end is gone: a broken pipe
   * @throws UnsupportedOperationException when this end only receives
   * @throws InterruptedException as in {@link #send}
   */
  public void sendBytes(byte[] bytes) throws IOException, InterruptedException {
    sendBytes(bytes, 0, bytes.length);
  }

  /**
   * Sends a part of an array as one message, as {@link #sendBytes(byte[])}.
   *
   * @throws IndexOutOfBoundsException when it is not within the array
   */
  public void sendBytes(byte[] bytes, int offset, int length)
      throws IOException, InterruptedException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    begin(out, "send");
    write(bytes, offset, length, 0);
  }

  private void write(byte[] bytes, int offset, int length, long kind)
      throws IOException, InterruptedException {
    try {
      out.send(bytes, offset, length, kind);
    } finally {
      Reference.reachabilityFence(pipe); // its memory would go in the middle
    }
  }

  /**
   * Receives an object; waits for it as long as it takes.
   *
   * @return the object, or the bytes if bytes were sent
   * @throws EOFException when the other end is gone and all messages were taken
   * @throws TransferException when the object cannot be rebuilt here; it is taken then
   * @throws UnsupportedOperationException when this end only sends
   * @throws InterruptedException when this thread is interrupted while it waits, noticed within
   *     some 30 ms; a message that has begun to arrive is received whole before
   */
  public Object receive() throws EOFException, InterruptedException {
    return value(readForever(true));
  }

  /**
   * Receives an object, or waits for it for a time.
   *
   * @param timeout how long to wait for the beginning of the message
   * @throws TimeoutException when the time is up; no message is lost
   * @throws EOFException as in {@link #receive()}, as the other exceptions
   */
  public Object receive(Duration timeout)
      throws EOFException, InterruptedException, TimeoutException {
    return value(read(Pause.nanos(timeout), true));
  }

  /** What {@link #receive()} would give next, which stays; none when this end only sends. */
  List<Object> peek(int most) {
    if (in == null || closed) {
      return List.of();
    }
    try {
      return in.peek(most).stream().map(this::value).toList();
    } finally {
      Reference.reachabilityFence(pipe);
    }
  }

  private Object value(PipeReader.Message message) {
    return message.isObject() ? pipe.crossing().value(message.bytes()) : message.bytes();
  }

  /**
   * Receives bytes; waits for them as long as it takes.
   *
   * @throws EOFException when the other end is gone and all messages were taken
   * @throws IllegalStateException when the next message is an object; it stays, for {@link
   *     #receive()}
   * @throws UnsupportedOperationException when this end only sends
   * @throws InterruptedException as in {@link #receive()}
   */
  public byte[] receiveBytes() throws EOFException, InterruptedException {
    return readForever(false).bytes();
  }

  /**
   * Receives bytes, or waits for them for a time.
   *
   * @param timeout how long to wait for the beginning of the message
   * @throws TimeoutException when the time is up; no message is lost
   * @throws EOFException as in {@link #receiveBytes()}, as the other exceptions
   */
  public byte[] receiveBytes(Duration timeout)
      throws EOFException, InterruptedException, TimeoutException {
    return read(Pause.nanos(timeout), false).bytes();
  }

  private PipeReader.Message readForever(boolean object) throws EOFException, InterruptedException {
    try {
      return read(Pause.FOREVER, object);
    } catch (TimeoutException e) {
      throw new AssertionError("a wait without an end has ended", e);
    }
  }

  private PipeReader.Message read(long nanos, boolean object)
      throws EOFException, InterruptedException, TimeoutException {
    begin(in, "receive");
    try {
      return in.receive(nanos, object);
    } finally {
      Reference.reachabilityFence(pipe); // its memory would go in the middle
    }
  }

  /**
   * Whether receiving would not wait: a message has begun to arrive, or the other end is gone.
   *
   * @throws UnsupportedOperationException when this end only sends
   */
  public boolean poll() {
    begin(in, "receive");
    try {
      return in.poll();
    } finally {
      Reference.reachabilityFence(pipe);
    }
  }

  /**
   * As {@link #poll()}, but waits for it for a time.
   *
   * @return false when the time is up
   * @throws InterruptedException when this thread is interrupted; noticed within some 30 ms
   */
  public boolean poll(Duration timeout) throws InterruptedException {
    begin(in, "receive");
    try {
      return in.poll(Pause.nanos(timeout));
    } finally {
      Reference.reachabilityFence(pipe);
    }
  }

  /**
   * How many messages of this pipe were given up in the middle, see {@link
   * Pipe#abandonedMessages()}.
   */
  public long abandonedMessages() {
    return pipe.abandonedMessages();
  }

  /**
   * Ends the use of this end in this process: threads that wait at it get an {@code
   * IllegalStateException}. Once it is closed in all processes that have it, the other end gets the
   * end of the stream, or a broken pipe. Closing again does nothing.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    if (pipe.isClosed()) {
      return;
    }
    if (in != null) {
      in.stop();
    }
    if (out != null) {
      out.stop();
    }
    pipe.left(side);
  }

  @Override
  public Replaced.StandIn standIn() {
    if (closed) {
      throw new IllegalStateException("an end of a pipe that is closed; send it before");
    }
    var handle = (Handle) pipe.standIn();
    pipe.ends().sent(side);
    return new PipeEnd(handle.path(), handle.size(), side);
  }

  @Serial
  private Object writeReplace() {
    return standIn();
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an end of a pipe arrives as a stand-in only");
  }

  @Override
  public String toString() {
    var what = in == null ? "sending" : out == null ? "receiving" : side == 0 ? "first" : "second";
    return what + " end of a pipe" + (closed ? ", closed" : "");
  }
}
