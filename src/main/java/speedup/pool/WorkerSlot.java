package speedup.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import speedup.measure.Exit;
import speedup.measure.PoolEvent;
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
  private final ArrayDeque<Long> deaths = new ArrayDeque<>(); // slot thread only
  private int failedStarts; // slot thread only

  private volatile WorkerLink link;
  private volatile State state = new State.Starting();
  private volatile CompletableFuture<Void> whenReady = new CompletableFuture<>();
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

  /** Done when a process takes work; fails when none can be had. */
  CompletableFuture<Void> whenReady() {
    return whenReady;
  }

  /** Called on the slot's thread. */
  private void become(State next) {
    if (next instanceof State.Starting && whenReady.isDone()) {
      whenReady = new CompletableFuture<>();
    }
    state = next;
    switch (next) {
      case State.Starting _ -> {}
      case State.Ready _ -> whenReady.complete(null);
      case State.Ended _ ->
          whenReady.completeExceptionally(new PoolException.NoWorkers("the pool was closed"));
      case State.Broken(var reason) ->
          whenReady.completeExceptionally(new PoolException.NoWorkers(reason));
    }
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

  /** Waits for the end of the place, at most so long. */
  void join(long nanos) throws InterruptedException {
    thread.join(Duration.ofNanos(nanos));
  }

  void becameReady() {
    failedStarts = 0;
    become(new State.Ready());
  }

  private void keepFilled() {
    try {
      while (!leaving && !(state instanceof State.Broken)) {
        become(new State.Starting());
        events.accept(new PoolEvent.Starting(worker, System.nanoTime()));
        runOne();
      }
    } catch (InterruptedException e) {
      kill("the pool was closed");
    } finally {
      if (!(state instanceof State.Broken)) {
        become(new State.Ended());
      }
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
      become(new State.Broken("a worker process cannot be started: " + e.getMessage()));
      return;
    }
    var goodbye = false;
    try {
      current.greet(options); // before anybody else can send
      link = current;
      if (leaving) {
        current.kill("the pool was closed");
      }
      goodbye = new LinkReader(current, dispatcher, owner, events).readAll();
    } catch (IOException e) {
      current.kill("what it sent is not the protocol: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      current.kill("reading from it failed: " + e);
    }
    var exit = current.settle();
    link = null;
    become(new State.Starting());
    if (goodbye && leaving || current.wasStopped()) {
      left(current);
    } else {
      died(current, exit);
    }
  }

  /** It went because it was to go; chunks of other jobs that it held go back. */
  private void left(WorkerLink gone) {
    dispatcher.giveBack(gone.held);
    events.accept(new PoolEvent.Left(worker, System.nanoTime(), gone.process.pid()));
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
          new PoolEvent.Died(
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
    if (leaving || dead.wasRequested()) {
      return;
    }
    var said = words.isEmpty() ? "" : "; it said: " + String.join(" / ", words);
    if (!dead.ready() && ++failedStarts >= START_ATTEMPTS) {
      become(new State.Broken("a worker process does not start (%s%s)".formatted(why, said)));
      return;
    }
    var now = System.nanoTime();
    deaths.add(now);
    while (now - deaths.peek() > options.crashWindow().toNanos()) {
      deaths.remove();
    }
    if (deaths.size() >= options.crashLimit()) {
      become(
          new State.Broken(
              "worker %d died %d times within %d s and was not started again (%s%s)"
                  .formatted(
                      worker + 1, deaths.size(), options.crashWindow().toSeconds(), why, said)));
    }
  }
}
