package speedup.pool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The {@link ChildProcess}es of this JVM that were started and have not ended. Thread-safe. */
final class ActiveChildren {
  private static final Set<ChildProcess> RUNNING = new LinkedHashSet<>(); // guarded by the class

  private ActiveChildren() {}

  static synchronized void add(ChildProcess child) {
    RUNNING.add(child);
  }

  static synchronized void remove(ChildProcess child) {
    RUNNING.remove(child);
  }

  /** In the order in which they were started. */
  static synchronized List<ChildProcess> list() {
    return List.copyOf(RUNNING);
  }

  /** Waits until none is left that is no daemon. */
  static void awaitEnd() throws InterruptedException {
    for (var child : list()) {
      if (!child.isDaemon()) {
        child.awaitEnd();
      }
    }
  }
}
