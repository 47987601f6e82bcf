package speedup.experiment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.pool.PoolOptions;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerLauncher;
import speedup.workload.Limits;

/**
 * The shared pool that stays warm between experiments, and fresh pools for cold runs and for a
 * person's own code. Thread-safe.
 */
final class PoolSource implements AutoCloseable {
  private final WorkerLauncher launcher;
  private final PoolOptions options;
  private final Deque<Seat> seats = new ArrayDeque<>(); // the present on top; guarded by this
  private volatile boolean threads;
  private Seat shared; // guarded by this
  private boolean closed; // guarded by this

  PoolSource(WorkerLauncher launcher, PoolOptions options) {
    this.launcher = launcher;
    this.options = options;
  }

  /** A pool, and who hears of it: nobody while another one runs in its place. */
  private static final class Seat implements Consumer<PoolEvent> {
    private final ProcessPool pool;
    private volatile Consumer<PoolEvent> listener;
    private volatile boolean aside;

    Seat(WorkerLauncher launcher, PoolOptions options, Consumer<PoolEvent> listener) {
      this.listener = listener;
      pool = new ProcessPool(launcher, options, this);
    }

    /** While a run has a pool of its own, the idle workers here are no part of it. */
    @Override
    public void accept(PoolEvent event) {
      if (!aside) {
        listener.accept(event);
      }
    }
  }

  /** The shared pool; its events go to this listener from now on. */
  synchronized ProcessPool shared(Consumer<PoolEvent> newListener) {
    requireOpen();
    if (shared == null) {
      shared = new Seat(launcher, options, newListener);
      seats.addLast(shared);
    }
    shared.listener = newListener;
    return shared.pool;
  }

  /**
   * A pool in the place of the present one; whoever takes it ends it, and then calls {@link
   * #freshIsOver}.
   *
   * @param limits what its workers may take; empty for what they need
   */
  synchronized ProcessPool fresh(Optional<Limits> limits, Consumer<PoolEvent> itsListener) {
    requireOpen();
    var limited =
        limits.isEmpty() ? launcher : launcher.withMemoryLimit(limits.get().memoryBytes());
    var more = limits.isEmpty() ? options : options.admitting(limits.get().packages());
    var fresh = new Seat(limited, more, itsListener);
    if (!seats.isEmpty()) {
      seats.getFirst().aside = true;
    }
    seats.addFirst(fresh);
    return fresh.pool;
  }

  /** The run in the fresh pool is over, and the pool ended: the one before is the present one. */
  synchronized void freshIsOver() {
    seats.removeFirst();
    if (!seats.isEmpty()) {
      seats.getFirst().aside = false;
    }
  }

  /** Whether the workers of the present run are threads of one process. */
  void workersAreThreads(boolean theyAre) {
    threads = theyAre;
  }

  /** The place in the pool of the process that a worker is, or is a thread of. */
  int processOf(int worker) {
    return threads ? 0 : worker;
  }

  /** The pool that runs something, or ran something last. */
  synchronized Optional<ProcessPool> present() {
    return Optional.ofNullable(seats.peekFirst()).map(seat -> seat.pool);
  }

  /** Process ids of the pools that are kept. */
  synchronized List<Long> pids() {
    return seats.stream()
        .flatMapToLong(seat -> Arrays.stream(seat.pool.pids()))
        .filter(pid -> pid > 0)
        .boxed()
        .toList();
  }

  /** Workers of the shared pool that take work. */
  synchronized int ready() {
    return shared == null ? 0 : shared.pool.ready();
  }

  @Override
  public void close() {
    List<Seat> toClose;
    synchronized (this) {
      closed = true;
      toClose = List.copyOf(seats);
    }
    toClose.forEach(seat -> seat.pool.terminate());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the lab is closed");
    }
  }
}
