package speedup.pool;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import speedup.measure.Exit;
import speedup.measure.WorkerEvent;
import speedup.wire.Message;

/**
 * One place in the pool and the thread that keeps it filled: starts a process, reads it to its end,
 * settles what it held, starts the next.
 *
 * <pre>
 * Starting ──► Ready ──► Starting (it died, a new one follows)
 *     │          └─────► Ended    (asked to leave)
 *     └────────────────► Broken   (does not start, or dies again and again)
 * </pre>
 */
final class WorkerSlot {
  /** Where the place stands. */
  sealed interface State {
    /** A process is coming up. */
    record Starting() implements State {}

    /** A process takes work. */
    record Ready() implements State {}

    /** No process, and none will come. */
    record Ended() implements State {}

    /** No process can be had. */
    record Broken(String reason) implements State {}
  }

  private static final int START_ATTEMPTS = 2;

  final int worker;
  private final WorkerLauncher launcher;
  private final PoolOptions options;
  private final ReentrantLock lock;
  private final Dispatcher dispatcher;
  private final Owner owner;
  private final EventSink events;
  private final Thread thread;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final ArrayDeque<Long> deaths = new ArrayDeque<>(); // slot thread only
  private int failedStarts; // slot thread only

  private volatile WorkerLink link;
  private volatile State state = new State.Starting();
  private volatile boolean leaving;

  /** What a slot tells its pool. */
  interface Owner extends LinkReader.PoolCore {
    void changed();
  }

  WorkerSlot(
      int worker,
      WorkerLauncher launcher,
      PoolOptions options,
      ReentrantLock lock,
      Dispatcher dispatcher,
      Owner owner,
      EventSink events) {
    this.worker = worker;
    this.launcher = launcher;
    this.options = options;
    this.lock = lock;
    this.dispatcher = dispatcher;
    this.owner = owner;
    this.events = events;
    thread =
        Thread.ofPlatform().name("worker " + (worker + 1)).daemon().unstarted(this::keepFilled);
  }

  void start() {
    thread.start();
  }

  State state() {
    return state;
  }

  /** The process that is up or coming up; null between two. */
  WorkerLink link() {
    return link;
  }

  /** Done when the first process takes work; fails when none can be had. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  /** Asks the process to finish and end; no other follows. */
  void leave() {
    leaving = true;
    var present = link;
    if (present != null) {
      present.send(new Message.Leave());
    }
  }

  void kill(String because) {
    var present = link;
    if (present != null) {
      present.kill(because);
    }
  }

  boolean join(long millis) throws InterruptedException {
    thread.join(millis);
    return !thread.isAlive();
  }

  void becameReady() {
    failedStarts = 0;
    state = new State.Ready();
    firstReady.complete(null);
  }

  private void keepFilled() {
    try {
      while (!leaving && !(state instanceof State.Broken)) {
        state = new State.Starting();
        events.accept(new WorkerEvent.Starting(worker, System.nanoTime()));
        runOne();
      }
    } catch (InterruptedException e) {
      kill("the pool was closed");
    } finally {
      if (!(state instanceof State.Broken)) {
        state = new State.Ended();
      }
      firstReady.completeExceptionally(
          new PoolException.NoWorkers(
              state instanceof State.Broken(var reason) ? reason : "the pool was closed"));
      owner.changed();
    }
  }

  private void runOne() throws InterruptedException {
    WorkerLink current;
    try {
      current =
          new WorkerLink(
              worker,
              launcher.launch("worker " + (worker + 1)),
              new InFlight(lock),
              dispatcher,
              owner::fail,
              events);
    } catch (IOException e) {
      state = new State.Broken("a worker process cannot be started: " + e.getMessage());
      return;
    }
    link = current;
    if (leaving) {
      current.send(new Message.Leave());
    }
    var goodbye = false;
    String trouble = null;
    try {
      current.greet(options);
      goodbye = new LinkReader(current, dispatcher, owner, events).readAll();
    } catch (IOException e) {
      trouble = e.getMessage();
      current.kill("what it sent is not the protocol: " + trouble);
    }
    var exit = current.settle();
    link = null;
    if (goodbye && leaving || current.wasStopped()) {
      left(current);
    } else {
      died(current, exit);
    }
  }

  /** It went because it was to go; chunks of other jobs that it held go back. */
  private void left(WorkerLink gone) {
    dispatcher.lost(gone.held);
    events.accept(new WorkerEvent.Left(worker, System.nanoTime(), gone.process.pid()));
    owner.changed();
  }

  private void died(WorkerLink dead, Exit exit) {
    var because = dead.killedBecause();
    var why = because == null ? exit.inWords() : because;
    var loss = dispatcher.lost(dead.held);
    var words = dead.log.last();
    countDeath(dead, why, words);
    if (!leaving || loss != null) {
      events.accept(
          new WorkerEvent.Died(
              worker,
              System.nanoTime(),
              dead.process.pid(),
              exit,
              why,
              loss == null ? OptionalInt.empty() : OptionalInt.of(loss.victim().chunk),
              loss != null && loss.retried(),
              words));
    }
    if (loss != null && !loss.retried()) {
      owner.fail(
          loss.victim().job,
          new PoolException.WorkerDied(
              worker, dead.process.pid(), exit, why, loss.attempts(), words));
    }
    owner.changed();
  }

  private void countDeath(WorkerLink dead, String why, List<String> words) {
    var said = words.isEmpty() ? "" : "; it said: " + String.join(" / ", words);
    if (!dead.ready() && ++failedStarts >= START_ATTEMPTS) {
      state = new State.Broken("a worker process does not start (%s%s)".formatted(why, said));
      return;
    }
    var now = System.nanoTime();
    deaths.add(now);
    while (now - deaths.peek() > options.crashWindow().toNanos()) {
      deaths.remove();
    }
    if (deaths.size() >= options.crashLimit()) {
      state =
          new State.Broken(
              "worker %d died %d times within %d s and was not started again (%s%s)"
                  .formatted(
                      worker + 1, deaths.size(), options.crashWindow().toSeconds(), why, said));
    }
  }
}
