package speedup.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
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
    record Broken(PoolException.NoWorkers reason) implements State {}
  }

  private static final int START_ATTEMPTS = 2;

  final int worker;
  private final WorkerLauncher launcher;
  private final PoolOptions options;
  private final Message.Welcome welcome;
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
  interface Owner extends LinkReader.Core {
    void changed();
  }

  WorkerSlot(
      int worker,
      WorkerLauncher launcher,
      PoolOptions options,
      Message.Welcome welcome,
      Dispatcher dispatcher,
      Owner owner,
      EventSink events) {
    this.worker = worker;
    this.launcher = launcher;
    this.options = options;
    this.welcome = welcome;
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

  /** Whether no process is here, and none will come. */
  boolean isOver() {
    return state instanceof State.Ended || state instanceof State.Broken;
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
      case State.Ended _ -> whenReady.completeExceptionally(new PoolException.Closed());
      case State.Broken(var reason) -> whenReady.completeExceptionally(reason);
    }
  }

  /** Asks the process to finish and end; no other follows. */
  void leave() {
    leaving = true;
    var present = link;
    if (present != null) {
      present.leave();
    }
  }

  /** As {@link #leave}, but what it has not begun is done by others. */
  void leaveSoon() {
    leaving = true;
    var present = link;
    if (present != null) {
      present.recall();
      present.leave();
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
    var name = "worker " + (worker + 1);
    WorkerLink current;
    try {
      current =
          new WorkerLink(
              worker,
              name,
              launcher.launch(name),
              new InFlight(options.maxTasksPerWorker()),
              dispatcher,
              owner,
              events);
    } catch (IOException e) {
      breakDown(
          new PoolException.StartFailed(
              "a worker process cannot be started: " + e.getMessage(), Circumstances.NONE, e));
      return;
    }
    var goodbye =
        new LinkReader(current, dispatcher, owner, events)
            .converse(
                welcome,
                () -> {
                  link = current;
                  if (leaving) {
                    current.kill("the pool was closed");
                  }
                });
    var autopsy = current.settle();
    link = null;
    become(new State.Starting());
    if (goodbye && (leaving || current.isRetiring()) || current.wasStopped()) {
      left(current);
    } else {
      died(current, autopsy);
    }
  }

  /** It went because it was to go; chunks of other jobs that it held go back. */
  private void left(WorkerLink gone) {
    dispatcher.giveBack(gone.held.takeAll());
    events.accept(new PoolEvent.Left(worker, System.nanoTime(), gone.process.pid()));
    owner.changed();
  }

  private void died(WorkerLink dead, Autopsy autopsy) {
    var held = dead.held.takeAll();
    var first = held.isEmpty() ? null : held.getFirst();
    if (first != null && first.timedOut) {
      dispatcher.giveBack(held.subList(1, held.size()));
      tell(dead, autopsy, first, false);
      owner.failed(
          first, new PoolException.TimedOut(first.job.terms.timeout(), dead.circumstances(first)));
    } else {
      var loss = dispatcher.lost(held, first != null && first.startedAt != 0);
      countDeath(dead, autopsy, held.isEmpty() || loss != null && loss.retried());
      if (!leaving || loss != null) {
        tell(dead, autopsy, loss == null ? null : loss.victim(), loss != null && loss.retried());
      }
      if (loss != null && !loss.retried()) {
        owner.failed(loss.victim(), autopsy.failure(dead.circumstances(loss.victim())));
      }
    }
    owner.changed();
  }

  private void tell(WorkerLink dead, Autopsy autopsy, Ticket victim, boolean retried) {
    events.accept(
        new PoolEvent.Died(
            worker,
            System.nanoTime(),
            dead.process.pid(),
            autopsy.exit(),
            autopsy.inWords(),
            victim == null ? OptionalInt.empty() : OptionalInt.of(victim.number),
            retried,
            dead.log.last()));
  }

  /**
   * Gives up where processes die again and again.
   *
   * @param inVain whether the next process has to do all that this one had to do
   */
  private void countDeath(WorkerLink dead, Autopsy autopsy, boolean inVain) {
    if (leaving || dead.wasRequested()) {
      return;
    }
    if (dead.startFailure() instanceof PoolException.NoWorkers noStart) {
      breakDown(noStart);
      return;
    }
    var where = dead.circumstances(null);
    if (!dead.ready() && ++failedStarts >= START_ATTEMPTS) {
      breakDown(
          new PoolException.StartFailed(
              "a worker process does not start (%s%s)".formatted(autopsy.inWords(), where.more()),
              where,
              null));
      return;
    }
    if (!inVain || dead.didSomething()) {
      deaths.clear();
      return;
    }
    var now = System.nanoTime();
    deaths.add(now);
    while (now - deaths.peek() > options.crashWindow().toNanos()) {
      deaths.remove();
    }
    if (deaths.size() >= options.crashLimit()) {
      breakDown(
          new PoolException.CrashLoop(
              deaths.size(), options.crashWindow(), autopsy.inWords() + where.more(), where));
    }
  }

  private void breakDown(PoolException.NoWorkers reason) {
    become(new State.Broken(reason));
    events.accept(new PoolEvent.GaveUp(worker, System.nanoTime(), reason.getMessage()));
  }
}
