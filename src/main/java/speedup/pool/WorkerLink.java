package speedup.pool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import speedup.measure.PoolEvent;
import speedup.wire.FrameReader;
import speedup.wire.FrameWriter;
import speedup.wire.Message;
import speedup.wire.Message.BeginJob;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Probe;
import speedup.wire.Message.ToWorker;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;

/**
 * One worker process and the two pipes to it. One thread reads, see {@link LinkReader}; whoever has
 * something to send calls {@link #pump()}, and one of them at a time writes.
 */
final class WorkerLink {
  private static final long EXIT_SECONDS = 2;

  /** A chunk that may take longer than this is announced by its worker before it begins. */
  private static final long ANNOUNCED_NANOS = 5_000_000;

  final int worker;
  private final String name;
  final Process process;
  final InFlight held;
  final WorkerLog log = new WorkerLog();
  final ClockOffset clock = new ClockOffset(); // reader thread only
  final FrameReader reader;

  private final FrameWriter writer;
  private final Dispatcher dispatcher;
  private final Thread errors;
  private final Queue<ToWorker> orders = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pumping = new AtomicInteger();
  private final Set<Integer> begun = ConcurrentHashMap.newKeySet();
  private final Map<Integer, CompletableFuture<Void>> probes = new ConcurrentHashMap<>();
  private final AtomicInteger probeNumber = new AtomicInteger();
  private final AtomicReference<String> killedBecause = new AtomicReference<>();
  private final OutBuffer scratch = new OutBuffer(1024); // the pumping thread's
  private final Core core;
  private final long memoryKills = Autopsy.memoryKills();

  /** How often it was found silent; the watch's own. */
  int suspected;

  private volatile long heardAt = System.nanoTime();
  private volatile boolean handling; // written by the reader thread
  private volatile boolean building; // written by the pumping thread
  private volatile boolean ready;
  private volatile boolean stopped;
  private volatile boolean requested;
  private volatile boolean retiring;
  private volatile boolean exiting; // written by the reader thread
  private volatile Heartbeat beat; // written by the reader thread
  private boolean didSomething; // its slot's thread, which reads from it
  private volatile PoolException startFailure; // written by the reader thread

  /** What a link asks of its pool. */
  interface Core {
    /** How many workers there are. */
    int workers();

    void failed(Ticket ticket, PoolException why);
  }

  WorkerLink(
      int worker,
      String name,
      Process process,
      InFlight held,
      Dispatcher dispatcher,
      Core core,
      EventSink events) {
    this.worker = worker;
    this.name = name;
    this.process = process;
    this.held = held;
    this.dispatcher = dispatcher;
    this.core = core;
    reader = new FrameReader(process.getInputStream(), FrameWriter.LARGEST_BODY);
    writer = new FrameWriter(process.getOutputStream(), FrameWriter.LARGEST_BODY);
    errors =
        log.drain(
            process.getErrorStream(),
            name,
            line -> events.accept(new PoolEvent.Output(worker, System.nanoTime(), true, line)));
  }

  /** Says the first words; the worker may still be starting. */
  void greet(Message.Welcome welcome) throws IOException {
    writer.begin();
    writer.add(welcome);
    writer.add(new Ping(System.nanoTime()));
    writer.flush();
  }

  void send(ToWorker order) {
    orders.add(order);
    pump();
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

  void becomeReady() {
    ready = true;
  }

  boolean ready() {
    return ready;
  }

  /** The reader thread turns to a message, or back to the pipe. */
  void handling(boolean now) {
    if (now != handling) {
      heardAt = System.nanoTime();
      handling = now;
    }
  }

  /** Time without a word, 0 while it is this side that keeps the other waiting. */
  long silentNanos() {
    return handling || building ? 0 : System.nanoTime() - heardAt;
  }

  /** Asks for a heartbeat now; done when it is here or the worker is gone. */
  CompletableFuture<Void> probe() {
    var number = probeNumber.incrementAndGet();
    var answer = new CompletableFuture<Void>();
    probes.put(number, answer);
    if (process.isAlive()) {
      send(new Probe(number));
    } else {
      probes.remove(number);
      answer.complete(null);
    }
    return answer;
  }

  void probeAnswered(int number) {
    var waiting = probes.remove(number);
    if (waiting != null) {
      waiting.complete(null);
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
      } catch (IOException e) {
        // the pipe broke: the reader thread sees the end of the process and settles everything
        log.add("(cannot write to worker: " + e.getMessage() + ")");
      } catch (RuntimeException | Error e) {
        // half a message may be on its way: only a new process can be trusted
        kill("sending to it failed: " + e);
      }
    } while (!pumping.compareAndSet(seen, 0));
  }

  private void sendWaiting() throws IOException {
    for (var order = orders.poll(); order != null; order = orders.poll()) {
      writer.add(order);
    }
    if (ready) {
      for (var ticket : dispatcher.take(worker, core.workers(), held)) {
        sendChunk(ticket);
      }
    }
    writer.flush();
  }

  private void sendChunk(Ticket ticket) throws IOException {
    var job = ticket.job;
    if (job.ended()) {
      held.notSent(ticket);
      return;
    }
    try {
      var argument = build(ticket);
      held.sent(ticket, argument.length);
      if (begun.add(job.id)) {
        writer.add(new BeginJob(job.id, job.terms.function(), job.terms.admitted()));
      }
      var announce = ticket.suspect || ticket.estimate > ANNOUNCED_NANOS;
      writer.add(new Chunk(job.id, ticket.number, ticket.items, announce, argument));
    } catch (NotSendableException | FrameWriter.TooLargeException | RuntimeException | Error e) {
      held.notSent(ticket);
      if (!dispatcher.split(ticket)) { // in single units, the others can cross
        core.failed(
            ticket, Failures.argument(job.terms.name(), job.supply.argumentInWords(ticket), e));
      }
    }
    if (job.ended()) { // while its chunk was on the way: whoever ended it may have come too early
      endJob(job, true);
    }
  }

  private byte[] build(Ticket ticket) throws NotSendableException {
    building = true;
    try {
      return ticket.job.supply.argument(ticket, scratch);
    } finally {
      heardAt = System.nanoTime();
      building = false;
    }
  }

  /** Ends the process with a signal that it cannot refuse. */
  void kill(String because) {
    killedBecause.compareAndSet(null, because);
    process.destroyForcibly();
  }

  /** As {@link #kill}, wished for by a person: no sign of a fault. */
  void killOnRequest() {
    requested = true;
    kill("killed on request");
  }

  /** As {@link #killOnRequest}, but the process is asked to end. */
  void terminateOnRequest() {
    requested = true;
    killedBecause.compareAndSet(null, "terminated on request");
    process.toHandle().destroy(); // the process's own method would cut off its last words
  }

  /** Whether a person wished its end. */
  boolean wasRequested() {
    return requested;
  }

  /** Ends the process and has another take its place, without blame for what it holds. */
  void replace(String because) {
    stopped = true;
    kill(because);
  }

  /** Whether {@link #replace} ended it. */
  boolean wasStopped() {
    return stopped;
  }

  /** Asks the process to end after what it holds; another takes its place. */
  void retire() {
    retiring = true;
    send(new Message.Leave());
  }

  boolean isRetiring() {
    return retiring;
  }

  /** Asks for what the worker has not begun, so that another can do it. */
  void recall() {
    if (held.beginRecall()) {
      send(new Message.Recall());
    }
  }

  void heard(Heartbeat now) {
    beat = now;
  }

  void didOne() {
    didSomething = true;
  }

  /** Whether it ever finished a chunk. */
  boolean didSomething() {
    return didSomething;
  }

  /**
   * Nothing more is sent after its goodbye. A JVM that ends while one of its threads waits for
   * input waits 300 ms for that thread; the end of the input frees it at once.
   */
  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  void isExiting() {
    exiting = true;
  }

  void failedToStart(PoolException why) {
    startFailure = why;
  }

  /** Why its initializer failed, or null. */
  PoolException startFailure() {
    return startFailure;
  }

  /** Where a chunk is being worked on; null for no chunk. */
  Circumstances circumstances(Ticket ticket) {
    var last = beat;
    return new Circumstances(
        name,
        process.pid(),
        ticket == null ? "" : ticket.job.terms.name(),
        ticket == null ? "" : ticket.job.supply.argumentInWords(ticket),
        ticket == null ? 1 : Math.max(1, ticket.deaths),
        last == null ? -1 : last.heapUsed(),
        last == null ? -1 : last.heapMax(),
        last == null ? -1 : last.residentBytes(),
        log.last());
  }

  /** Why this side ended it, or null. */
  String killedBecause() {
    return killedBecause.get();
  }

  /** Waits for the process and its last words; closes everything. */
  Autopsy settle() throws InterruptedException {
    if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      kill("it closed its output and did not end");
      process.waitFor();
    }
    errors.join(TimeUnit.SECONDS.toMillis(EXIT_SECONDS));
    for (var stream :
        List.of(process.getOutputStream(), process.getInputStream(), process.getErrorStream())) {
      try {
        stream.close();
      } catch (IOException e) {
        log.add("(closing a pipe: " + e.getMessage() + ")");
      }
    }
    probes.values().forEach(waiting -> waiting.complete(null));
    return new Autopsy(
        Signals.exit(process.exitValue()),
        killedBecause(),
        exiting,
        log.report(),
        Autopsy.memoryKills() > memoryKills);
  }
}
