package speedup.pool;

import java.util.concurrent.CompletableFuture;

/**
 * The future of a task in another process. Cancelling it stops the task: one that runs is
 * interrupted, and its worker replaced if that does not help. A failure is a {@link PoolException}.
 *
 * @param <R> result
 */
final class TaskFuture<R> extends CompletableFuture<R> {
  private volatile Runnable stop = () -> {};

  /** What stops the task. Called before the future is given away. */
  void stopBy(Runnable how) {
    stop = how;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    var cancelled = super.cancel(mayInterrupt);
    if (cancelled) {
      stop.run();
    }
    return cancelled;
  }
}
