package speedup.pool;

import java.io.EOFException;
import java.io.IOException;
import speedup.measure.PoolEvent;
import speedup.wire.Message.ClassFile;
import speedup.wire.Message.ClassWanted;
import speedup.wire.Message.Exiting;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Fault;
import speedup.wire.Message.Finished;
import speedup.wire.Message.FromWorker;
import speedup.wire.Message.Goodbye;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.Hello;
import speedup.wire.Message.Initialized;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Line;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Progress;
import speedup.wire.Message.Recalled;
import speedup.wire.Message.Started;
import speedup.wire.Message.Told;
import speedup.wire.Message.Welcome;
import speedup.wire.ValueReader;
import speedup.wire.WireException;

/** Takes everything one worker says, on the thread of its slot, until the pipe ends. */
final class LinkReader {
  private static final int CLOCK_EXCHANGES = 6;

  private final WorkerLink link;
  private final Dispatcher dispatcher;
  private final Core core;
  private final EventSink events;
  private final int worker;
  private int exchanges;
  private boolean initialized;
  private boolean goodbye;
  private Job settledJob;
  private int settled; // finished chunks of that job that are not counted yet

  /** What a link tells the pool. */
  interface Core extends WorkerLink.Core {
    void ready(WorkerLink link);

    void complete(Job job);

    void fail(Job job, PoolException why);

    /** There are chunks that a worker with nothing to do can begin. */
    void offered();

    /** The file of a class that a worker misses; empty when it is not to have it. */
    byte[] classFile(String name);
  }

  LinkReader(WorkerLink link, Dispatcher dispatcher, Core core, EventSink events) {
    this.link = link;
    this.dispatcher = dispatcher;
    this.core = core;
    this.events = events;
    this.worker = link.worker;
  }

  /**
   * Greets the worker and reads to its end. One that does not speak the protocol is killed.
   *
   * @param greeted called once others may send
   * @return whether the worker said goodbye
   */
  boolean converse(Welcome welcome, Runnable greeted) throws InterruptedException {
    try {
      link.greet(welcome);
      greeted.run();
      try {
        return readAll();
      } finally {
        settle();
      }
    } catch (EOFException e) {
      // it ended before its first word: its exit and its last lines say why
    } catch (IOException e) {
      if (!link.isCrashing()) {
        link.kill("what it sent is not the protocol: " + e.getMessage());
      }
    } catch (RuntimeException | Error e) {
      link.kill("reading from it failed: " + e);
    }
    return false;
  }

  private boolean readAll() throws IOException {
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
      if (link.held.quotaIsUsed()) { // whichever way its last chunk ended
        link.retire();
      }
      if (!link.reader.buffered()) {
        settle();
        link.handling(false);
        link.pump();
      }
    }
  }

  /** Counts the finished chunks of a batch at once: two readers would fight over each count. */
  private void settle() {
    if (settled > 0) {
      var last = dispatcher.settled(settledJob, settled);
      settled = 0;
      if (last) {
        core.complete(settledJob);
      }
    }
  }

  private void handle(FromWorker word) throws IOException {
    switch (word) {
      case Hello _ -> {}
      case Initialized _ -> {
        initialized = true;
        becomeReady();
      }
      case ClassWanted m -> link.send(new ClassFile(m.name(), core.classFile(m.name())));
      case Recalled m -> {
        dispatcher.giveBack(link.held.endRecall(m.jobs(), m.chunks()));
        core.offered();
      }
      case Exiting _ -> link.isExiting();
      case Pong pong -> exchanged(pong);
      case Started m -> started(m);
      case Finished m -> finished(m);
      case Failed m -> failed(m);
      case JobEnded m -> link.held.drop(m.job());
      case Progress m ->
          events.accept(
              new PoolEvent.Progress(worker, parentTime(m.at()), m.job(), m.chunk(), m.done()));
      case Told m ->
          events.accept(
              new PoolEvent.Told(worker, parentTime(m.at()), m.job(), m.chunk(), m.numbers()));
      case Heartbeat m -> {
        link.heard(m);
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
    becomeReady();
    if (exchanges < CLOCK_EXCHANGES) {
      link.send(new Ping(System.nanoTime()));
    }
  }

  /**
   * Once the clocks are known: the first answer waited for the JVM to start, and does not count.
   */
  private void becomeReady() {
    if (initialized && exchanges >= 2 && !link.ready()) {
      link.becomeReady();
      core.ready(link);
    }
  }

  private void started(Started m) {
    var ticket = link.held.first();
    if (ticket != null && ticket.number == m.chunk() && ticket.job.id == m.job()) {
      ticket.startedAt = parentTime(m.at());
      events.accept(
          new PoolEvent.ChunkStarted(worker, parentTime(m.at()), m.job(), m.chunk(), ticket.items));
    }
  }

  private void finished(Finished m) throws WireException {
    var nanos = m.deserialiseNanos() + m.computeNanos() + m.serialiseNanos();
    var ticket = ticket(m.job(), m.chunk());
    var job = ticket.job;
    if (job.ended()) {
      return;
    }
    link.didOne();
    job.pace.finished(nanos, ticket.units, ticket.number);
    Object result;
    try {
      result = ValueReader.fromBytes(m.result(), job.terms.filter(), job.terms.loader());
    } catch (WireException | RuntimeException | Error e) { // it runs code of the result's class
      splitOrFail(ticket, Failures.result("cannot be rebuilt here", e, link.circumstances(ticket)));
      return;
    }
    if (events.wanted()) {
      tellOfFinished(m, ticket, nanos);
    }
    try {
      job.supply.accept(worker, link.process.pid(), ticket, result);
    } catch (RuntimeException | Error e) {
      core.fail(job, Failures.result("could not be taken", e, link.circumstances(ticket)));
      return;
    }
    if (job != settledJob) {
      settle();
      settledJob = job;
    }
    settled++;
  }

  /** A chunk failed as a whole; in single units, only those that are to blame do. */
  private void splitOrFail(Ticket ticket, PoolException why) {
    if (dispatcher.split(ticket)) {
      core.offered();
    } else {
      core.failed(ticket, why);
    }
  }

  private void tellOfFinished(Finished m, Ticket ticket, long nanos) {
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
  }

  private void failed(Failed m) throws WireException {
    if (m.fault() == Fault.NOT_INITIALIZED) {
      link.failedToStart(Failures.of(m, null, link.circumstances(null)));
      link.kill("its initializer failed");
      return;
    }
    var ticket = ticket(m.job(), m.chunk());
    var job = ticket.job;
    if (job.ended()) {
      return;
    }
    events.accept(
        new PoolEvent.ChunkFailed(
            worker, parentTime(m.at()), m.job(), m.chunk(), m.type() + ": " + m.text()));
    var where = link.circumstances(ticket);
    if (ticket.timedOut) {
      core.failed(ticket, new PoolException.TimedOut(job.terms.timeout(), where));
    } else {
      splitOrFail(ticket, Failures.of(m, job, where));
    }
    if (!Failures.leavesWorkerSound(m)) {
      link.replace("it ran out of memory");
    }
  }

  private Ticket ticket(int job, int chunk) throws WireException {
    var ticket = link.held.finished(job, chunk);
    if (ticket == null) {
      throw new WireException(
          "a worker answered for chunk %d of job %d, which it does not hold".formatted(chunk, job));
    }
    return ticket;
  }
}
