package speedup.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Calls that wait for several tasks at once, as {@link java.util.concurrent.ExecutorService}
 * defines them. Whichever way they end, none of their tasks is left running.
 */
final class ManyTasks {
  private ManyTasks() {}

  /** Waits for all; those that are not done by then are cancelled. */
  static <T> List<Future<T>> all(
      Collection<? extends Callable<T>> tasks,
      Function<Callable<T>, ? extends CompletableFuture<T>> submit,
      Duration limit)
      throws InterruptedException {
    var futures = submitAll(tasks, submit);
    try {
      Futures.wait(futures, limit, Futures.ReturnWhen.ALL_COMPLETED);
    } finally {
      cancelAll(futures); // does nothing to those that are done
    }
    return List.copyOf(futures);
  }

  /**
   * Waits for one that succeeds.
   *
   * @throws ExecutionException the last failure, when all fail
   */
  static <T> T any(
      Collection<? extends Callable<T>> tasks,
      Function<Callable<T>, ? extends CompletableFuture<T>> submit,
      Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("no tasks: none of them can succeed");
    }
    var futures = submitAll(tasks, submit);
    try {
      return firstSuccess(futures, limit);
    } finally {
      cancelAll(futures);
    }
  }

  private static <T> T firstSuccess(List<CompletableFuture<T>> futures, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    var completed = new AsCompleted<>(new LinkedHashSet<>(futures), limit);
    ExecutionException failure = null;
    while (completed.hasNext()) {
      var future = completed.poll();
      if (future == null) {
        throw new TimeoutException("no task succeeded within " + limit);
      }
      try {
        return future.get();
      } catch (ExecutionException e) {
        failure = e;
      } catch (CancellationException e) {
        failure = new ExecutionException(e);
      }
    }
    throw failure;
  }

  private static <T> List<CompletableFuture<T>> submitAll(
      Collection<? extends Callable<T>> tasks,
      Function<Callable<T>, ? extends CompletableFuture<T>> submit) {
    var all = List.copyOf(tasks); // refuses null before anything runs
    var futures = new ArrayList<CompletableFuture<T>>(all.size());
    try {
      all.forEach(task -> futures.add(submit.apply(task)));
    } catch (RuntimeException | Error e) {
      cancelAll(futures);
      throw e;
    }
    return futures;
  }

  private static void cancelAll(List<? extends Future<?>> futures) {
    futures.forEach(future -> future.cancel(true));
  }
}
