package speedup.pool;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import speedup.wire.FrameWriter;
import speedup.wire.Message;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.Ping;
import speedup.wire.Message.ToWorker;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;

/**
 * Sends to one worker. Whoever has something to send calls {@link #pump()}, and one of them at a
 * time writes.
 */
final class LinkWriter implements Closeable {
  /** A chunk that may take longer than this is announced by its worker before it begins. */
  private static final long ANNOUNCED_NANOS = 5_000_000;

  private final WorkerLink link;
  private final Dispatcher dispatcher;
  private final WorkerLink.Core core;
  private final FrameWriter writer;
  private final Queue<ToWorker> orders = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pumping = new AtomicInteger();
  private final Set<Integer> begun = ConcurrentHashMap.newKeySet();
  private final OutBuffer scratch = new OutBuffer(1024); // the pumping thread's
  private int lastBegun = -1; // the pumping thread's
  private volatile boolean building; // written by the pumping thread

  LinkWriter(WorkerLink link, Dispatcher dispatcher, WorkerLink.Core core) {
    this.link = link;
    this.dispatcher = dispatcher;
    this.core = core;
    writer = new FrameWriter(link.process.getOutputStream(), FrameWriter.LARGEST_BODY);
  }

  void greet(Message.Welcome welcome) throws IOException {
    writer.begin();
    writer.add(welcome);
    writer.add(new Ping(System.nanoTime()));
    writer.flush();
  }

  /** Whether an argument is being made: the worker then waits for this side. */
  boolean isBuilding() {
    return building;
  }

  void send(ToWorker order) {
    orders.add(order);
    pump();
  }

  /** As {@link #send}, on a thread of its own: the pipe may be full, and the caller cannot wait. */
  void sendAside(ToWorker order) {
    orders.add(order);
    Thread.ofVirtual().name("pool order").start(this::pump);
  }

  /** For an order that may wait for the next traffic. */
  void sendLater(ToWorker order) {
    orders.add(order);
  }

  /** Tells the worker that a job is over, if it ever heard of it. */
  void endJob(Job job, boolean atOnce) {
    if (begun.remove(job.id)) {
      if (atOnce) {
        send(new Message.EndJob(job.id));
      } else {
        sendLater(new Message.ForgetJob(job.id));
      }
    }
  }

  /**
   * Sends what is to be sent: orders, then chunks as far as the window allows. Returns at once when
   * another thread is at it; that thread then goes round again.
   */
  void pump() {
    if (pumping.getAndIncrement() != 0) {
      return;
    }
    var seen = 0;
    do {
      seen = pumping.get();
      try {
        sendWaiting();
      } catch (IOException _) {
        // the pipe broke: the reader thread sees the end of the process, and says why it ended
      } catch (RuntimeException | Error e) {
        // half a message may be on its way: only a new process can be trusted
        link.kill("sending to it failed: " + e);
      }
    } while (!pumping.compareAndSet(seen, 0));
  }

  private void sendWaiting() throws IOException {
    for (var order = orders.poll(); order != null; order = orders.poll()) {
      writer.add(order);
    }
    if (link.ready()) {
      sendChunks(dispatcher.take(link.worker, core.workers(), link.held));
    }
    writer.flush();
  }

  private void sendChunks(List<Ticket> tickets) throws IOException {
    if (tickets.isEmpty()) {
      return;
    }
    building = true;
    try {
      var bytes = 0L;
      for (var ticket : tickets) {
        bytes += sendChunk(ticket);
      }
      link.held.sent(tickets.size(), bytes);
    } finally {
      link.built();
      building = false;
    }
  }

  /** The argument's size. */
  private int sendChunk(Ticket ticket) throws IOException {
    var job = ticket.job;
    if (job.ended()) {
      notSent(ticket);
      return 0;
    }
    var length = 0;
    try {
      var argument = job.supply.argument(ticket, scratch);
      length = argument.length;
      ticket.bytes = length;
      ticket.items = job.supply.items(ticket);
      if (job.id != lastBegun && begun.add(job.id)) {
        writer.add(new BeginJob(job.id, job.terms.function(), job.terms.filter().prefixes()));
      }
      lastBegun = job.id;
      var announce = ticket.suspect || ticket.estimate > ANNOUNCED_NANOS;
      writer.add(new Chunk(job.id, ticket.number, ticket.items, announce, argument));
    } catch (NotSendableException | FrameWriter.TooLargeException | RuntimeException | Error e) {
      notSent(ticket);
      if (!dispatcher.split(ticket)) { // in single units, the others can cross
        core.failed(
            ticket, Failures.argument(job.terms.name(), job.supply.argumentInWords(ticket), e));
      }
    }
    if (job.ended()) { // while its chunk was on the way: whoever ended it may have come too early
      endJob(job, true);
    }
    return length;
  }

  private void notSent(Ticket ticket) {
    link.held.notSent(ticket);
    pumping.incrementAndGet(); // another round: there may be room now, and nothing else to wait for
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
