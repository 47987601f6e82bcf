package speedup.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import speedup.measure.Exit;
import speedup.pool.task.TaskAction;

/**
 * A process of its own that runs one task and ends. Thread-safe.
 *
 * <pre>{@code
 * var child = new ChildProcess(() -> System.out.println("hello from " + name));
 * child.start();
 * child.join();
 * }</pre>
 *
 * The task is a lambda, method reference or record; what it captures is sent along. It must not
 * rely on static fields that this program has changed: the process loads classes anew.
 *
 * <p>This program does not end before its children, just as with threads; {@link System#exit} ends
 * it, and them, at once. Daemon children end with it in any case. When it is killed, all of them
 * end, and theirs. A task may start children and pools itself; its process ends when the task and
 * its children that are no daemons have ended. Threads that the task leaves behind end with it.
 *
 * <pre>
 * new ──start──► started: alive, then ended ──close──► closed
 * </pre>
 */
public final class ChildProcess {
  /** Where it stands. */
  private sealed interface State {
    /** Not started. */
    record Fresh() implements State {}

    /** It runs, or has ended. */
    record Started(ChildRun run) implements State {}

    /** Nobody asks any more. */
    record Closed() implements State {}
  }

  private static final String WORKER_NAME = "speedup.worker";
  private static final int SIGNALS = 128;
  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);
  private static final Duration GUARD_GRACE = Duration.ofSeconds(2);

  private final ChildSettings settings;

  /** Changed under the monitor of this, by start and close; read without it. */
  private volatile State state = new State.Fresh();

  /** For try-with-resources, see {@link ChildProcess#guard}. */
  @FunctionalInterface
  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  /** A process that is no daemon, with the next free name, whose output goes to this one's. */
  public ChildProcess(TaskAction task) {
    this(builder(task).settings());
  }

  ChildProcess(ChildSettings settings) {
    this.settings = settings;
  }

  /** Settings for a new process. */
  public static ChildProcessBuilder builder(TaskAction task) {
    return new ChildProcessBuilder(task);
  }

  // --- who there is

  /**
   * The processes of this kind that this JVM has started and that have not ended, in the order in
   * which they were started. Workers of pools are not among them; see {@link ProcessPool#pids}.
   */
  public static List<ChildProcess> activeChildren() {
    return ActiveChildren.list();
  }

  /** The name of the process that calls this; {@code main} when it is nobody's child. */
  public static String currentName() {
    return System.getProperty(WORKER_NAME, "main");
  }

  /** The process that started this one as a child or a worker; empty when it is nobody's child. */
  public static OptionalLong parentPid() {
    return System.getProperty(WORKER_NAME) == null
        ? OptionalLong.empty()
        : ProcessHandle.current().parent().stream().mapToLong(ProcessHandle::pid).findFirst();
  }

  // --- what is always known

  /** Its name. */
  public String name() {
    return settings.body().name();
  }

  /** Whether it is ended when this program ends. */
  public boolean isDaemon() {
    return settings.daemon();
  }

  // --- life

  /**
   * Starts the process. It stays new, and can be started once more, when this fails.
   *
   * @throws IllegalStateException when it was started before, or is closed
   * @throws PoolException.NotTransferable when the task cannot be sent; no process is touched
   * @throws PoolException.StartFailed when the system refuses, or processes have started processes
   *     too many levels deep
   */
  public synchronized void start() {
    switch (state) {
      case State.Fresh _ -> {}
      case State.Started _ ->
          throw new IllegalStateException(
              name() + " was started before; a process runs once, make a new one");
      case State.Closed _ -> throw closed();
    }
    var run = new ChildRun(settings, () -> ActiveChildren.remove(this));
    state = new State.Started(run);
    ActiveChildren.add(this);
    run.begin();
  }

  /**
   * Its process id, also after its end.
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public long pid() {
    return started().pid();
  }

  /**
   * Whether it was started and has not ended.
   *
   * @throws IllegalStateException when it is closed
   */
  public boolean isAlive() {
    return run().isPresent() && end().isEmpty();
  }

  /**
   * Waits for its end. All it has printed has been told by then.
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public void join() throws InterruptedException {
    started().await(FOR_EVER);
  }

  /**
   * Waits for its end, at most so long; zero or less only looks.
   *
   * @return whether it has ended
   * @throws IllegalStateException when it was not started, or is closed
   */
  public boolean join(Duration limit) throws InterruptedException {
    return started().await(limit);
  }

  /** As {@link #join()}, for one that may have been closed meanwhile. */
  void awaitEnd() throws InterruptedException {
    if (state instanceof State.Started(var run)) {
      run.await(FOR_EVER);
    }
  }

  /**
   * Asks it to end, with SIGTERM where there are signals: its shutdown hooks run, its task is not
   * asked. Its own children end as well. Does nothing to one that has ended.
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public void terminate() {
    started().terminate();
  }

  /**
   * Ends it with a signal that it cannot refuse. Does nothing to one that has ended.
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public void kill() {
    started().kill();
  }

  /**
   * Done with this process when it has ended, however it did. Cancelling it changes nothing.
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public CompletableFuture<ChildProcess> onExit() {
    return started().onEnd().thenApply(_ -> this);
  }

  // --- how it ended

  /**
   * Empty until it has ended. 0 when the task returned, 1 when it threw or could not be rebuilt in
   * the process, what it gave to {@link System#exit} or {@link Runtime#halt}, or the number of a
   * signal with a minus when that killed the process, -9 for SIGKILL. A halt with 128 and a
   * signal's number cannot be told from that signal.
   *
   * @throws IllegalStateException when it is closed
   */
  public OptionalInt exitCode() {
    return exit()
        .map(exit -> exit.signal().isPresent() ? SIGNALS - exit.code() : exit.code())
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * As {@link #exitCode}, with a signal by its name.
   *
   * @throws IllegalStateException when it is closed
   */
  public Optional<Exit> exit() {
    return end().map(ChildRun.End::exit);
  }

  /**
   * What the task threw, as {@link PoolException.TaskThrew}, or what else brought the process to
   * its end. Empty until it has ended, and when its exit code is 0.
   *
   * @throws IllegalStateException when it is closed
   */
  public Optional<PoolException> failure() {
    return end().map(ChildRun.End::failure);
  }

  /**
   * Forgets how it ended; from then on only its name can be asked for. Pipes and threads are freed
   * without this, when the process ends. Closing again does nothing.
   *
   * @throws IllegalStateException when it is alive: join, terminate or kill it first
   */
  public synchronized void close() {
    if (!(state instanceof State.Closed) && isAlive()) {
      throw new IllegalStateException(
          name() + " is still running; join, terminate or kill it before it is closed");
    }
    state = new State.Closed();
  }

  /**
   * For try-with-resources, which is to leave no process behind: at the end of the block one that
   * still runs is terminated, killed if it has not ended two seconds later, and waited for.
   *
   * <pre>{@code
   * child.start();
   * try (var _ = child.guard()) {
   *   ...
   * }
   * }</pre>
   *
   * @throws IllegalStateException when it was not started, or is closed
   */
  public Guard guard() {
    var run = started();
    return () -> {
      run.terminate();
      var interrupted = false;
      var limit = GUARD_GRACE;
      while (run.end().isEmpty()) {
        try {
          if (!run.await(limit)) {
            run.kill();
          }
        } catch (InterruptedException e) {
          interrupted = true;
          run.kill();
        }
        limit = FOR_EVER;
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private ChildRun started() {
    return run()
        .orElseThrow(() -> new IllegalStateException(name() + " was not started; start it first"));
  }

  private Optional<ChildRun.End> end() {
    return run().flatMap(ChildRun::end);
  }

  private Optional<ChildRun> run() {
    return switch (state) {
      case State.Fresh _ -> Optional.empty();
      case State.Started(var run) -> Optional.of(run);
      case State.Closed _ -> throw closed();
    };
  }

  private IllegalStateException closed() {
    return new IllegalStateException(name() + " is closed");
  }

  /** Its name and where it stands, such as {@code process 1 (4711, exit code 0)}. */
  @Override
  public String toString() {
    return switch (state) {
      case State.Fresh _ -> name() + " (not started)";
      case State.Closed _ -> name() + " (closed)";
      case State.Started(var run) ->
          "%s (%d, %s)"
              .formatted(
                  name(), run.pid(), run.end().map(end -> end.exit().inWords()).orElse("running"));
    };
  }
}
