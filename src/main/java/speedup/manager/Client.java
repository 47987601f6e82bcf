package speedup.manager;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import speedup.shm.ProcessId;

/** A process that uses the manager, as the manager sees it. Any thread. */
final class Client {
  private final long process;

  // both guarded by this
  private final Map<Long, Held> held = new HashMap<>();
  private final Set<Serving> servings = new HashSet<>();

  private volatile boolean alive = true;

  /** An object that the process has a proxy of, and how often it was sent one. */
  private record Held(Target target, int times) {}

  /**
   * A process.
   *
   * @param process its {@link ProcessId}
   */
  Client(long process) {
    this.process = process;
  }

  long process() {
    return process;
  }

  long pid() {
    return ProcessId.pid(process);
  }

  boolean isAlive() {
    return alive;
  }

  /** As {@link #isAlive()}, but looks; takes some ten microseconds: for those that have waited. */
  boolean looksAlive() {
    return alive && ProcessId.isAlive(process);
  }

  /**
   * Called before something is given to it: what the dead get is lost.
   *
   * @param waited whether it has waited for it, and may have ended meanwhile
   * @param passOn where the next one waits for the same
   */
  void requireAlive(boolean waited, Condition passOn) {
    if (waited ? !looksAlive() : !alive) {
      passOn.signal();
      throw new IllegalStateException("process " + pid() + " has ended");
    }
  }

  /** A proxy is on its way to it. */
  synchronized void hold(long id, Target target) {
    if (alive) {
      held.merge(id, new Held(target, 1), (had, _) -> new Held(target, had.times() + 1));
    }
  }

  /** It has lost a proxy that had come so often. */
  synchronized void release(long id, int times) {
    held.computeIfPresent(
        id, (_, had) -> had.times() > times ? new Held(had.target(), had.times() - times) : null);
  }

  synchronized void add(Serving serving) {
    servings.add(serving);
  }

  synchronized void remove(Serving serving) {
    servings.remove(serving);
  }

  synchronized int connections() {
    return servings.size();
  }

  private synchronized List<Serving> servings() {
    return List.copyOf(servings);
  }

  /** An operation that it has asked for over one of its connections is not to wait any longer. */
  void cancel(long connection, long call) {
    for (var serving : servings()) {
      if (serving.number() == connection) {
        serving.cancel(call);
      }
    }
  }

  /** It has ended: it gets nothing any more, and all its waits end. */
  void end() {
    alive = false;
    synchronized (this) {
      held.clear();
    }
    servings().forEach(Serving::giveUp);
  }
}
