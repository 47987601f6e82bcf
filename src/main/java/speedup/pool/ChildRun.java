package speedup.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import speedup.measure.Exit;
import speedup.measure.PoolEvent;
import speedup.wire.Message;

/**
 * The process of a {@link ChildProcess}, from its start to its end: a worker that gets one chunk,
 * which is the task, and is then asked to leave. One thread reads from it.
 */
final class ChildRun implements LinkReader.Core {
  private static final int HEARTBEAT_MILLIS = 250;

  /** How it ended; the failure is null when its exit code is 0. */
  record End(Exit exit, PoolException failure) {}

  private final String name;
  private final Job job;
  private final Dispatcher dispatcher = new Dispatcher(new ReentrantLock());
  private final WorkerLink link;
  private final EventSink events;
  private final Runnable gone;
  private final Thread watcher;

  /** Of the thread that starts the process, for classes that its task does not know itself. */
  private final ClassLoader starter = Thread.currentThread().getContextClassLoader();

  private final CompletableFuture<End> end = new CompletableFuture<>();

  // both by the watcher, or by a thread that sends for it; read when the process is gone
  private volatile boolean returned;
  private volatile PoolException failure;

  /**
   * Starts the process.
   *
   * @param gone called once the process has ended, before anybody else is told
   * @throws PoolException.NotTransferable when the task cannot be sent
   * @throws PoolException.StartFailed when the system refuses
   */
  ChildRun(ChildSettings settings, Runnable gone) {
    this.events = settings.events();
    this.gone = gone;
    name = settings.body().name();
    var terms = Submission.terms(settings.body(), settings.admitted(), 1, 0, null);
    var nothing = Submission.argument(terms, null);
    job = new Job(0, terms, new SingleSupply(nothing, "", new TaskFuture<>()), new Pace());
    dispatcher.add(job);
    link = link(settings.launcher());
    watcher =
        Thread.ofPlatform()
            .name("watch of " + name)
            .daemon(settings.daemon())
            .unstarted(this::watch);
  }

  private WorkerLink link(WorkerLauncher launcher) {
    try {
      return new WorkerLink(
          0, name, launcher.launch(name), new InFlight(1), dispatcher, this, events);
    } catch (IOException e) {
      throw new PoolException.StartFailed(
          "%s cannot be started: %s".formatted(name, e.getMessage()), Circumstances.NONE, e);
    }
  }

  /** Called once; from then on the task can run. */
  void begin() {
    try {
      watcher.start();
    } catch (Error e) {
      link.kill("nobody would read from it: " + e.getMessage());
      throw e;
    }
  }

  private void watch() {
    try {
      var welcome =
          new Message.Welcome(name, HEARTBEAT_MILLIS, List.of(), new byte[0], new byte[0]);
      converse(welcome);
      var how = judge(settle());
      gone.run();
      end.complete(how);
    } catch (RuntimeException | Error e) {
      link.kill("watching it failed: " + e);
      gone.run();
      end.completeExceptionally(e); // whoever waits is told
    }
  }

  private void converse(Message.Welcome welcome) {
    try {
      new LinkReader(link, dispatcher, this, events).converse(welcome, () -> {});
    } catch (InterruptedException e) {
      link.kill("the thread that watches over it was interrupted");
    }
  }

  private Autopsy settle() {
    while (true) {
      try {
        return link.settle();
      } catch (InterruptedException e) {
        link.kill("the thread that watches over it was interrupted");
      }
    }
  }

  /** The task's own end counts; the process's where the task came to none. */
  private End judge(Autopsy autopsy) {
    if (failure != null) {
      if (failure instanceof PoolException.NotTransferable) { // the others are told by the process
        var said = "%s failed: %s".formatted(name, failure.getMessage());
        events.accept(new PoolEvent.Output(0, System.nanoTime(), true, said));
      }
      return new End(new Exit(1, Optional.empty()), failure);
    }
    if (returned) {
      return new End(new Exit(0, Optional.empty()), null);
    }
    var where = link.circumstances(link.held.first());
    var exit = autopsy.ending();
    if (!link.ready() && !link.wasRequested()) {
      var why = "%s does not start (%s%s)".formatted(name, exit.inWords(), where.more());
      return new End(exit, new PoolException.StartFailed(why, where, null));
    }
    return new End(exit, exit.code() == 0 ? null : autopsy.failure(where));
  }

  long pid() {
    return link.process.pid();
  }

  void terminate() {
    if (!end.isDone()) {
      link.terminateOnRequest();
    }
  }

  void kill() {
    if (!end.isDone()) {
      link.killOnRequest();
    }
  }

  /** How it ended; empty while it runs. */
  Optional<End> end() {
    return end.isDone() ? Optional.of(end.join()) : Optional.empty();
  }

  CompletableFuture<End> onEnd() {
    return end;
  }

  /** Waits for its end, at most so long. */
  boolean await(Duration limit) throws InterruptedException {
    try {
      end.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("watching the process failed", e.getCause());
    }
  }

  // --- what the link tells

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public void ready(WorkerLink ready) {
    // the reader then sends it the task
  }

  @Override
  public void offered() {
    // its only chunk was there from the start
  }

  @Override
  public void complete(Job done) {
    returned = true;
  }

  @Override
  public void failed(Ticket ticket, PoolException why) {
    failure = why;
  }

  @Override
  public void fail(Job failed, PoolException why) {
    failure = why;
  }

  @Override
  public byte[] classFile(String name) {
    return job.terms.filter().admits(name)
        ? ClassFiles.find(
            name,
            starter == null ? List.of(job.terms.loader()) : List.of(job.terms.loader(), starter))
        : new byte[0];
  }
}
