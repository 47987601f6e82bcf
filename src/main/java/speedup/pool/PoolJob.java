package speedup.pool;

import java.util.concurrent.CompletableFuture;

/** A job under way. Safe for use by several threads. */
public interface PoolJob {
  /** Done when the last result was taken; fails with a {@link PoolException}. */
  CompletableFuture<Void> done();

  /**
   * Ends it: chunks not begun are dropped, running tasks are interrupted, and a worker that does
   * not leave its task soon is killed and replaced. {@link #done} fails with {@link
   * PoolException.Cancelled} before this returns.
   */
  void cancel();
}
