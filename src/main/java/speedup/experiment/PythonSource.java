package speedup.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.python.PythonException;
import speedup.python.PythonFinder;
import speedup.python.PythonSession;

/** The machine's Python, and its pool while an experiment needs one. Thread-safe. */
final class PythonSource implements AutoCloseable {
  private final PythonFinder finder;
  private PythonSession session; // guarded by this
  private boolean closed; // guarded by this

  PythonSource(PythonFinder finder) {
    this.finder = finder;
  }

  /** Why there is none, one sentence; empty where there is one. */
  Optional<String> unavailable() {
    return finder.unavailable();
  }

  /**
   * The pool with so many workers: the present one, or a new one.
   *
   * @param listener told how a new one starts
   */
  PythonSession session(int workers, Consumer<PoolEvent> listener)
      throws PythonException, InterruptedException {
    var present = present();
    if (present.isPresent() && present.get().pids().size() == workers) {
      return present.get();
    }
    end();
    // not under the lock, as it takes its time and others may want to close
    var started = PythonSession.start(finder.get(), workers, listener);
    synchronized (this) {
      if (!closed) {
        session = started;
        return started;
      }
    }
    started.close();
    throw new InterruptedException("the lab is closed");
  }

  private synchronized Optional<PythonSession> present() {
    return Optional.ofNullable(session);
  }

  /** Ends the present pool, if there is one. */
  void end() {
    PythonSession present;
    synchronized (this) {
      present = session;
      session = null;
    }
    if (present != null) {
      present.close();
    }
  }

  /** Process ids of the present pool. */
  List<Long> pids() {
    return present().map(PythonSession::allPids).orElse(List.of());
  }

  /** Ends a worker while a job runs; says whether that was so. */
  boolean kill(int worker, boolean forcibly) {
    var running = present().filter(PythonSession::running);
    running.ifPresent(pool -> pool.kill(worker, forcibly));
    return running.isPresent();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    end();
  }
}
