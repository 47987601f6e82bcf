package speedup.pool;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A result that is on its way. Safe for use by several threads.
 *
 * @param <R> the result
 */
public final class AsyncResult<R> {
  private final CompletableFuture<R> future;

  AsyncResult(CompletableFuture<R> future) {
    this.future = future;
  }

  /**
   * Waits for the result.
   *
   * @throws PoolException when the task failed
   */
  public R get() throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (CancellationException e) {
      throw new PoolException.Cancelled();
    }
  }

  /**
   * Waits for the result.
   *
   * @throws TimeoutException when it has not come by then; the task goes on
   * @throws PoolException when the task failed
   */
  public R get(Duration timeout) throws InterruptedException, TimeoutException {
    try {
      return future.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (CancellationException e) {
      throw new PoolException.Cancelled();
    }
  }

  /** Waits until it is there or the task has failed; whether that is so by then. */
  public boolean await(Duration timeout) throws InterruptedException {
    try {
      future.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      return true; // it ended, which is all that was asked
    }
  }

  /** Whether it is there, or the task has failed. */
  public boolean ready() {
    return future.isDone();
  }

  /**
   * Whether the task came to a result.
   *
   * @throws IllegalStateException when it is not {@link #ready}
   */
  public boolean successful() {
    if (!future.isDone()) {
      throw new IllegalStateException("the result is not ready; wait for it first");
    }
    return !future.isCompletedExceptionally();
  }

  /** Stops the task, also when it runs; false when it had ended. */
  public boolean cancel() {
    return !future.isDone() && future.cancel(true);
  }

  /** The same as a standard future. */
  public CompletableFuture<R> toFuture() {
    return future;
  }

  static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(e.getCause());
  }
}
