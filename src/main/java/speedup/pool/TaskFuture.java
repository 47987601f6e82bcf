package speedup.pool;

import java.util.concurrent.CompletableFuture;

/**
 * The future of a task in another process. Whoever completes it before the task does, by {@link
 * #cancel}, {@link #orTimeout} or by hand, stops the task: one that runs is interrupted, and its
 * worker replaced if that does not help. A failure is a {@link PoolException}.
 *
 * @param <R> result
 */
final class TaskFuture<R> extends CompletableFuture<R> {
  private volatile Runnable stop = () -> {};
  private volatile Job job;

  /** Whose result it is. Called before the future is given away. */
  void belongsTo(Job owner, PoolCore core) {
    job = owner;
    stop = () -> core.cancel(owner);
  }

  /** The job whose result it is. */
  Job job() {
    return job;
  }

  /** The task came to its result. */
  void deliver(R result) {
    super.complete(result);
  }

  /** The task failed, or its job was cancelled, and then so is this. */
  void fail(Throwable why) {
    if (why instanceof PoolException.Cancelled) {
      super.cancel(true);
    } else {
      super.completeExceptionally(why);
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    return stopIf(super.cancel(mayInterrupt));
  }

  @Override
  public boolean complete(R value) {
    return stopIf(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable why) {
    return stopIf(super.completeExceptionally(why));
  }

  private boolean stopIf(boolean wasOpen) {
    if (wasOpen) {
      stop.run();
    }
    return wasOpen;
  }
}
