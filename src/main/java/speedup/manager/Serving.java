package speedup.manager;

import java.io.IOException;
import java.util.List;
import speedup.shm.ProcessId;

/** The manager's side of one connection: a thread that carries out one request after the other. */
final class Serving implements Runnable {
  private final Server server;
  private final Client client;
  private final long number;
  private final Channel channel;
  private final List<String> admitted;
  private Thread thread;

  // guarded by this
  private long call;
  private boolean running;
  private long cancelled;

  Serving(Server server, Client client, long number, Channel channel, List<String> admitted) {
    this.server = server;
    this.client = client;
    this.number = number;
    this.channel = channel;
    this.admitted = admitted;
  }

  long number() {
    return number;
  }

  void start() {
    thread = new Thread(this, "connection " + number + " of process " + client.pid());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    client.add(this);
    try (channel) {
      var welcome = new Welcome(ProcessId.self(), number, admitted);
      channel.send(server.wire().bytes(welcome, null));
      while (client.isAlive()) {
        var request = channel.receive();
        begin();
        byte[] reply;
        try {
          reply = server.handle(request, client);
        } finally {
          end();
        }
        channel.send(reply);
      }
    } catch (IOException e) {
      server.look(client); // it has closed the connection, or has ended
    } finally {
      client.remove(this);
    }
  }

  private synchronized void begin() {
    call++;
    running = true;
    if (cancelled == call || !client.isAlive()) {
      thread.interrupt();
    }
  }

  private synchronized void end() {
    running = false;
    Thread.interrupted(); // came for what has ended
  }

  /**
   * An operation is not to wait any longer; it may have ended already, or not have come yet.
   *
   * @param which the number of requests up to it
   */
  synchronized void cancel(long which) {
    if (which > call) {
      cancelled = which;
    } else if (which == call && running) {
      thread.interrupt();
    }
  }

  /** The client has ended. */
  synchronized void giveUp() {
    if (running) {
      thread.interrupt();
    }
  }
}
