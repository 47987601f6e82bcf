package speedup.concept;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import speedup.manager.Manager;

/**
 * The manager of the next stage that has one: its process is started while nobody waits for it.
 * Thread-safe.
 */
final class SpareManager implements AutoCloseable {
  private CompletableFuture<Manager> spare;
  private boolean closed;

  /** Starts one in the background, unless there is one; from now on there always is. */
  synchronized void prepare() {
    if (spare == null && !closed) {
      spare =
          CompletableFuture.supplyAsync(
              () -> Manager.start(),
              start -> Thread.ofPlatform().name("spare manager").daemon().start(start));
    }
  }

  /** Whether the next one is there at once. */
  synchronized boolean isReady() {
    return spare != null && spare.isDone();
  }

  /**
   * A manager that nobody has used; the caller closes it. Started now where none was prepared, or
   * where it has died meanwhile. The next one starts while a class reads what this one is for.
   */
  Manager take() {
    CompletableFuture<Manager> mine;
    synchronized (this) {
      mine = spare;
      spare = null;
      if (mine != null) {
        prepare();
      }
    }
    if (mine == null) {
      return Manager.start();
    }
    try {
      var manager = mine.join();
      if (manager.isAlive()) {
        return manager;
      }
      manager.close();
    } catch (CompletionException e) {
      System.getLogger(SpareManager.class.getName())
          .log(System.Logger.Level.DEBUG, "no manager in advance", e);
    }
    return Manager.start(); // says why there is none, if there is none
  }

  /** Ends the one that is not used, and waits for that. */
  @Override
  public void close() {
    CompletableFuture<Manager> unused;
    synchronized (this) {
      closed = true;
      unused = spare;
      spare = null;
    }
    if (unused != null) {
      unused.handle((manager, _) -> manager).thenAccept(SpareManager::end).join();
    }
  }

  private static void end(Manager manager) {
    if (manager != null) {
      manager.close();
    }
  }
}
