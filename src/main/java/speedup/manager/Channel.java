package speedup.manager;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import speedup.ipc.Connection;
import speedup.ipc.Pipe;
import speedup.shm.ProcessId;
import speedup.wire.ClassFilter;

/**
 * A connection between a client and its manager, used by one thread at a time on each side. Nothing
 * here is ended by an interrupt; it stays set.
 */
final class Channel implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Before both sides have the rule of the manager. */
  private static final Wire GREETING = new Wire(Set.copyOf(ClassFilter.SHARED));

  private final Connection connection;
  private Welcome welcome;

  /** How many requests were sent. */
  private long calls;

  /** Asks the manager to end the wait of a call over a connection. */
  @FunctionalInterface
  interface Canceller {
    void cancel(long connection, long call);
  }

  Channel(Connection connection) {
    this.connection = connection;
  }

  /**
   * A new connection, which the manager has accepted.
   *
   * @param door where the manager listens
   * @param alive whether the manager is
   * @throws ManagerException.Ended when it is not
   */
  static Channel open(Connection door, BooleanSupplier alive) {
    var pipe = Pipe.twoWay();
    var opened = false;
    try {
      knock(door, pipe.second());
      pipe.second().close(); // the manager's from now on
      var channel = new Channel(pipe.first());
      channel.awaitWelcome(alive);
      opened = true;
      return channel;
    } catch (IOException | IllegalStateException e) { // the door is closed, here or by its maker
      throw new ManagerException.Ended("the manager has ended: " + e.getMessage(), e);
    } finally {
      if (!opened) {
        pipe.close();
      }
    }
  }

  /**
   * Announces a connection at the manager's door.
   *
   * @param theirs its end of it; null: it is to end
   */
  static void knock(Connection door, Connection theirs) throws IOException {
    var knock = new Knock(ProcessId.self(), theirs);
    new Channel(door).send(GREETING.bytes(knock, null));
  }

  private void awaitWelcome(BooleanSupplier alive) throws EOFException {
    var interrupted = false;
    while (welcome == null) {
      try {
        welcome = (Welcome) GREETING.value(connection.receiveBytes(LOOK), null);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (TimeoutException e) {
        if (!alive.getAsBoolean()) {
          throw new EOFException("its process is gone");
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  Welcome welcome() {
    return welcome;
  }

  /**
   * Sends a request and waits for its reply.
   *
   * @param canceller called when the thread is interrupted meanwhile; null: that changes nothing
   * @throws IOException when the manager has ended
   */
  byte[] exchange(byte[] request, Canceller canceller) throws IOException {
    send(request);
    calls++;
    var cancelled = false;
    var interrupted = false;
    try {
      for (; ; ) {
        interrupted |= Thread.interrupted();
        if (interrupted && canceller != null && !cancelled) {
          cancelled = true;
          canceller.cancel(welcome.connection(), calls);
        }
        try {
          return connection.receiveBytes();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void send(byte[] bytes) throws IOException {
    var interrupted = Thread.interrupted();
    for (; ; ) {
      try {
        connection.sendBytes(bytes);
        break;
      } catch (InterruptedException e) { // nothing was sent
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  byte[] receive() throws EOFException {
    var interrupted = false;
    for (; ; ) {
      try {
        var bytes = connection.receiveBytes();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return bytes;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
