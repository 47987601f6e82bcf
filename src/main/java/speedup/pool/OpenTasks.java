package speedup.pool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * What an executor has accepted and is not done with, in the order in which it came. Thread-safe.
 */
final class OpenTasks {
  /** One task, or a call of {@code map}. */
  static final class Entry {
    private final Runnable task;
    private Job job; // guarded by its owner
    private boolean stopped; // guarded by its owner

    private Entry(Runnable task) {
      this.task = task;
    }

    /** The task for whoever wants to run it elsewhere; null for a call of {@code map}. */
    Runnable task() {
      return task;
    }
  }

  private final Set<Entry> open = new LinkedHashSet<>(); // guarded by this
  private boolean refusing; // guarded by this
  private final CompletableFuture<Void> allDone = new CompletableFuture<>();

  /**
   * Enters a task before it is submitted: shutting down then waits for it or is before it.
   *
   * @throws RejectedExecutionException when nothing more is accepted
   */
  synchronized Entry admit(Runnable task) {
    if (refusing) {
      throw new RejectedExecutionException("the executor was shut down; make a new one");
    }
    var entry = new Entry(task);
    open.add(entry);
    return entry;
  }

  /** A task was submitted; false when everything was to stop meanwhile. */
  synchronized boolean submitted(Entry entry, Job job) {
    entry.job = job;
    return !entry.stopped;
  }

  /** A task is done with, one way or the other. */
  void done(Entry entry) {
    boolean last;
    synchronized (this) {
      open.remove(entry);
      last = refusing && open.isEmpty();
    }
    if (last) {
      allDone.complete(null);
    }
  }

  /** Accepts nothing more; false when that was so before. */
  boolean refuse() {
    boolean first;
    boolean empty;
    synchronized (this) {
      first = !refusing;
      refusing = true;
      empty = open.isEmpty();
    }
    if (empty) {
      allDone.complete(null);
    }
    return first;
  }

  synchronized boolean refusing() {
    return refusing;
  }

  /** Those that were submitted; the others are to stop as soon as they are. */
  synchronized List<Entry> stopAll() {
    open.forEach(entry -> entry.stopped = true);
    return submitted();
  }

  /** Those that were submitted. */
  synchronized List<Entry> submitted() {
    return open.stream().filter(entry -> entry.job != null).toList();
  }

  synchronized Job job(Entry entry) {
    return entry.job;
  }

  /** Done when nothing more is accepted and nothing is open. */
  CompletableFuture<Void> allDone() {
    return allDone;
  }
}
