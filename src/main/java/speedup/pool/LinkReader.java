package speedup.pool;

import java.io.IOException;
import speedup.measure.PoolEvent;
import speedup.pool.Dispatcher.Ticket;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Finished;
import speedup.wire.Message.FromWorker;
import speedup.wire.Message.Goodbye;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.Hello;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Line;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Started;
import speedup.wire.ValueReader;
import speedup.wire.WireException;

/** Takes everything one worker says, on the thread of its slot, until the pipe ends. */
final class LinkReader {
  private static final int CLOCK_EXCHANGES = 6;

  private final WorkerLink link;
  private final Dispatcher dispatcher;
  private final PoolCore core;
  private final EventSink events;
  private final int worker;
  private int exchanges;
  private boolean goodbye;

  /** What a link tells the pool. */
  interface PoolCore {
    void ready(WorkerLink link);

    void complete(Job job);

    void fail(Job job, PoolException why);
  }

  LinkReader(WorkerLink link, Dispatcher dispatcher, PoolCore core, EventSink events) {
    this.link = link;
    this.dispatcher = dispatcher;
    this.core = core;
    this.events = events;
    this.worker = link.worker;
  }

  /**
   * Reads to the end.
   *
   * @return whether the worker said goodbye
   */
  boolean readAll() throws IOException {
    link.reader.expectMagic();
    while (true) {
      var message = link.reader.next();
      if (message == null) {
        return goodbye;
      }
      if (!(message instanceof FromWorker word)) {
        throw new WireException("a worker sent a message of the parent's");
      }
      link.handling(true);
      handle(word);
      if (!link.reader.buffered()) {
        link.handling(false);
        link.pump();
      }
    }
  }

  private void handle(FromWorker word) throws IOException {
    switch (word) {
      case Hello _ -> {}
      case Pong pong -> exchanged(pong);
      case Started m -> started(m);
      case Finished m -> finished(m);
      case Failed m -> failed(m);
      case JobEnded m -> link.held.drop(m.job());
      case Progress m ->
          events.accept(
              new PoolEvent.Progress(worker, parentTime(m.at()), m.job(), m.chunk(), m.done()));
      case Heartbeat m -> {
        events.accept(
            new PoolEvent.Heartbeat(
                worker,
                parentTime(m.at()),
                m.cpuNanos(),
                m.heapUsed(),
                m.heapMax(),
                m.residentBytes()));
        link.probeAnswered(m.probe());
      }
      case Line m -> {
        link.log.add(m.text());
        events.accept(new PoolEvent.Output(worker, parentTime(m.at()), false, m.text()));
      }
      case Goodbye _ -> {
        goodbye = true;
        link.endOrders();
      }
    }
  }

  private long parentTime(long workerNanos) {
    return link.clock.toParent(workerNanos);
  }

  private void exchanged(Pong pong) {
    link.clock.exchanged(pong.parentNanos(), System.nanoTime(), pong.workerNanos());
    exchanges++;
    if (exchanges == 2) { // the first answer waited for the JVM to start
      link.becomeReady();
      core.ready(link);
    }
    if (exchanges < CLOCK_EXCHANGES) {
      link.send(new Ping(System.nanoTime()));
    }
  }

  private void started(Started m) {
    var ticket = link.held.first();
    if (ticket != null && ticket.chunk == m.chunk() && ticket.job.id == m.job()) {
      events.accept(
          new PoolEvent.ChunkStarted(worker, parentTime(m.at()), m.job(), m.chunk(), ticket.items));
    }
  }

  private void finished(Finished m) throws WireException {
    var nanos = m.deserialiseNanos() + m.computeNanos() + m.serialiseNanos();
    var ticket = ticket(m.job(), m.chunk(), nanos);
    var job = ticket.job;
    if (job.ended()) {
      return;
    }
    Object result;
    try {
      result =
          ValueReader.fromBytes(
              m.result(), job.filter, Thread.currentThread().getContextClassLoader());
    } catch (WireException e) {
      core.fail(
          job,
          new PoolException.NotTransferable(
              "the result of chunk %d: %s".formatted(m.chunk(), e.getMessage()), e));
      return;
    }
    var started = parentTime(m.started());
    events.accept(
        new PoolEvent.ChunkFinished(
            worker,
            started + nanos,
            m.job(),
            m.chunk(),
            ticket.items,
            started,
            m.deserialiseNanos(),
            m.computeNanos(),
            m.serialiseNanos(),
            ticket.bytes,
            m.result().length));
    try {
      job.spec.results().accept(worker, m.chunk(), result);
    } catch (RuntimeException | Error e) {
      core.fail(
          job,
          new PoolException.NotTransferable(
              "the result of chunk %d could not be taken: %s".formatted(m.chunk(), e), e));
      return;
    }
    if (dispatcher.finished(ticket)) {
      core.complete(job);
    }
  }

  private void failed(Failed m) throws WireException {
    var job = ticket(m.job(), m.chunk(), 0).job;
    if (job.ended()) {
      return;
    }
    events.accept(
        new PoolEvent.ChunkFailed(
            worker, parentTime(m.at()), m.job(), m.chunk(), m.type() + ": " + m.text()));
    var why =
        switch (m.fault()) {
          case THREW -> new PoolException.TaskThrew(worker, m.type(), m.text(), m.stackTrace());
          case UNREADABLE ->
              new PoolException.NotTransferable(
                  "chunk %d could not be rebuilt in the worker: %s".formatted(m.chunk(), m.text()),
                  new PoolException.RemoteTrace(m.stackTrace()));
          case UNSENDABLE ->
              new PoolException.NotTransferable(
                  "the result of chunk %d: %s".formatted(m.chunk(), m.text()),
                  new PoolException.RemoteTrace(m.stackTrace()));
        };
    core.fail(job, why);
  }

  private Ticket ticket(int job, int chunk, long nanos) throws WireException {
    var ticket = link.held.finished(job, chunk, nanos);
    if (ticket == null) {
      throw new WireException(
          "a worker answered for chunk %d of job %d, which it does not hold".formatted(chunk, job));
    }
    return ticket;
  }
}
