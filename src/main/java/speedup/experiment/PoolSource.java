package speedup.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import speedup.measure.PoolEvent;
import speedup.pool.PoolOptions;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerLauncher;

/**
 * The shared pool that stays warm between experiments, and fresh pools for cold runs. Thread-safe.
 */
final class PoolSource implements AutoCloseable {
  private final WorkerLauncher launcher;
  private final PoolOptions options;
  private volatile Consumer<PoolEvent> listener = _ -> {};
  private volatile boolean aside;
  private volatile boolean threads;
  private ProcessPool shared; // guarded by this
  private ProcessPool present; // guarded by this
  private boolean closed; // guarded by this

  PoolSource(WorkerLauncher launcher, PoolOptions options) {
    this.launcher = launcher;
    this.options = options;
  }

  /** The shared pool; its events go to this listener from now on. */
  synchronized ProcessPool shared(Consumer<PoolEvent> newListener) {
    requireOpen();
    listener = newListener;
    if (shared == null) {
      shared = new ProcessPool(launcher, options, this::heardOfShared);
    }
    present = shared;
    return shared;
  }

  /** A pool of its own for one run; whoever takes it closes it. */
  synchronized ProcessPool fresh(Consumer<PoolEvent> itsListener) {
    requireOpen();
    aside = true;
    present = new ProcessPool(launcher, options, itsListener);
    return present;
  }

  /** The run in the fresh pool is over, and the pool closed. */
  synchronized void freshIsOver() {
    aside = false;
    present = shared;
  }

  /** While a run has a pool of its own, the idle workers here are no part of it. */
  private void heardOfShared(PoolEvent event) {
    if (!aside) {
      listener.accept(event);
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
    return Optional.ofNullable(present);
  }

  /** Process ids of the shared pool. */
  synchronized List<Long> pids() {
    return shared == null
        ? List.of()
        : Arrays.stream(shared.pids()).filter(pid -> pid > 0).boxed().toList();
  }

  /** Workers of the shared pool that take work. */
  synchronized int ready() {
    return shared == null ? 0 : shared.ready();
  }

  @Override
  public void close() {
    Stream<ProcessPool> toClose;
    synchronized (this) {
      closed = true;
      toClose = Stream.of(shared, present).filter(Objects::nonNull).distinct();
    }
    toClose.forEach(ProcessPool::terminate);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the lab is closed");
    }
  }
}
