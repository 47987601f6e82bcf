package speedup.pool;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import speedup.measure.PoolEvent;
import speedup.wire.FrameReader;
import speedup.wire.FrameWriter;
import speedup.wire.Message;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.Probe;
import speedup.wire.Message.ToWorker;

/**
 * One worker process: what is known of it, and how it is ended. {@link LinkReader} reads what it
 * says, {@link LinkWriter} writes to it.
 */
final class WorkerLink {
  private static final long EXIT_SECONDS = 2;
  private static final long CRASH_MILLIS = 500;

  final int worker;
  private final String name;
  final Process process;
  final InFlight held;
  final WorkerLog log = new WorkerLog();
  final ClockOffset clock = new ClockOffset(); // reader thread only
  final FrameReader reader;

  private final LinkWriter writer;
  private final Thread errors;
  private final Map<Integer, CompletableFuture<Void>> probes = new ConcurrentHashMap<>();
  private final AtomicInteger probeNumber = new AtomicInteger();
  private final AtomicReference<String> killedBecause = new AtomicReference<>();
  private final long memoryKills = Autopsy.memoryKills();

  /** How often it was found silent; the watch's own. */
  int suspected;

  private volatile long heardAt = System.nanoTime();
  private volatile boolean handling; // written by the reader thread
  private volatile boolean ready;
  private volatile boolean stopped;
  private volatile boolean requested;
  private volatile boolean retiring;
  private volatile boolean leaving;
  private volatile boolean exiting; // written by the reader thread
  private final long bornAt = System.nanoTime();
  private long goingSince; // the watch's own; 0 while it has work or is not asked to go
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
    reader = new FrameReader(process.getInputStream(), FrameWriter.LARGEST_BODY);
    writer = new LinkWriter(this, dispatcher, core);
    errors =
        log.drain(
            process.getErrorStream(),
            name,
            line -> events.accept(new PoolEvent.Output(worker, System.nanoTime(), true, line)));
  }

  /** Says the first words; the worker may still be starting. */
  void greet(Message.Welcome welcome) throws IOException {
    writer.greet(welcome);
  }

  void send(ToWorker order) {
    writer.send(order);
  }

  /** As {@link #send}, on a thread of its own: the pipe may be full, and the caller cannot wait. */
  void sendAside(ToWorker order) {
    writer.sendAside(order);
  }

  /** Tells the worker that a job is over, if it ever heard of it. */
  void endJob(Job job, boolean atOnce) {
    writer.endJob(job, atOnce);
  }

  /** Sends what is to be sent: orders, then chunks as far as the window allows. */
  void pump() {
    writer.pump();
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

  /** This side has built what it sends, and the other could not speak meanwhile. */
  void built() {
    heardAt = System.nanoTime();
  }

  /** Time without a word, 0 while it is this side that keeps the other waiting. */
  long silentNanos() {
    return handling || writer.isBuilding() ? 0 : System.nanoTime() - heardAt;
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

  /** Ends the process with a signal that it cannot refuse. */
  void kill(String because) {
    killedBecause.compareAndSet(null, because);
    // the process's own method would close the pipes with its last words
    process.toHandle().destroyForcibly();
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
    process.toHandle().destroy();
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
    if (!retiring) {
      retiring = true;
      leave();
    }
  }

  /** Asks the process to end after what it holds, and gives it no more. */
  void leave() {
    held.refuseMore();
    leaving = true;
    send(new Message.Leave());
  }

  boolean isRetiring() {
    return retiring;
  }

  /** Asks for what the worker has not begun, so that another can do it. */
  void recall() {
    if (held.beginRecall()) {
      sendAside(new Message.Recall());
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

  /** Time since the process was started. */
  long ageNanos() {
    return System.nanoTime() - bornAt;
  }

  /**
   * For how long it has had nothing left to do but to end; 0 while it is not to go, or works on.
   * Called by the watch.
   */
  long overdueNanos() {
    if (!exiting && (!leaving || held.size() > 0)) {
      goingSince = 0;
      return 0;
    }
    if (goingSince == 0) {
      goingSince = System.nanoTime();
    }
    return System.nanoTime() - goingSince;
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

  /**
   * The worker takes no more. A JVM that ends waits 300 ms for a thread that reads; the end of its
   * input frees it.
   */
  void endOrders() {
    close(process.getOutputStream());
  }

  /**
   * Whether the process is about to end by a crash. The JVM then writes the head of its report over
   * the protocol, whatever its flags; the whole of it goes to standard error.
   */
  boolean isCrashing() throws InterruptedException {
    return process.waitFor(CRASH_MILLIS, TimeUnit.MILLISECONDS) || !log.report().isEmpty();
  }

  /** Waits for the process and its last words; closes everything. */
  Autopsy settle() throws InterruptedException {
    if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      kill("it closed its output and did not end");
      process.waitFor();
    }
    errors.join(TimeUnit.SECONDS.toMillis(EXIT_SECONDS));
    for (var open :
        List.of(
            process.getOutputStream(),
            process.getInputStream(),
            process.getErrorStream(),
            reader,
            writer)) {
      close(open);
    }
    probes.values().forEach(waiting -> waiting.complete(null));
    return new Autopsy(
        Signals.exit(process.exitValue()),
        killedBecause(),
        exiting,
        log.report(),
        Autopsy.memoryKills() > memoryKills);
  }

  private void close(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      log.add("(closing a pipe: " + e.getMessage() + ")");
    }
  }
}
