package speedup.pool;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import speedup.pool.task.Calls;
import speedup.pool.task.Runs;
import speedup.pool.task.TaskCallable;
import speedup.pool.task.TaskFunction;
import speedup.pool.task.TaskRunnable;

/**
 * A pool of worker processes as a standard executor. Safe for use by several threads.
 *
 * <pre>{@code
 * try (var executor = ProcessExecutor.open(4)) {
 *   CompletableFuture<Long> count = executor.submit(() -> countPrimes(1_000_000));
 * }
 * }</pre>
 *
 * A task runs in another process: it must be one that can be sent, and what it changes there is not
 * seen here. A lambda is sendable by itself where the variable is a {@code ProcessExecutor};
 * elsewhere it has to be a {@link TaskCallable} or {@link TaskRunnable}. One that cannot be sent is
 * refused at once with {@link PoolException.NotTransferable}.
 *
 * <p>Futures fail with a {@link PoolException} as the cause of their {@link ExecutionException}.
 * Completing a future before its task does, by {@code cancel}, {@code orTimeout} or by hand, stops
 * the task, also when it runs. Stages that depend on a future without {@code Async} may run on the
 * pool's threads: they are to be quick and must not wait for the pool.
 *
 * <p>An executor from {@link #open} owns its pool: shutting it down ends the processes after the
 * accepted tasks, and it is terminated when they are gone. One from {@link ProcessPool#executor} is
 * a view: shutting it down leaves the pool open, and it is terminated when its own tasks are done.
 * Either is shut down when its pool is closed.
 */
public final class ProcessExecutor implements ExecutorService {
  private final ProcessPool pool;
  private final Submission submission;
  private final boolean owner;
  private final OpenTasks open = new OpenTasks();
  private final CompletableFuture<?> terminated;

  ProcessExecutor(ProcessPool pool, boolean owner) {
    this.pool = pool;
    this.submission = pool.submission;
    this.owner = owner;
    var gone = pool.core.gone();
    terminated = owner ? gone : CompletableFuture.anyOf(gone, open.allDone());
  }

  /** An executor with so many processes of its own. They start in the background. */
  public static ProcessExecutor open(int workers) {
    return owning(ProcessPool.open(workers));
  }

  /** An executor that ends this pool when it is shut down. */
  public static ProcessExecutor owning(ProcessPool pool) {
    return new ProcessExecutor(pool, true);
  }

  /** The pool that does the work. */
  public ProcessPool pool() {
    return pool;
  }

  // --- single tasks

  /**
   * Runs a task in a worker.
   *
   * @throws PoolException.NotTransferable at once when it cannot be sent
   * @throws RejectedExecutionException after a shutdown
   */
  public <T> CompletableFuture<T> submit(TaskCallable<T> task) {
    return call(task);
  }

  /** As {@link #submit(TaskCallable)}, for a callable that can be sent. */
  @Override
  public <T> CompletableFuture<T> submit(Callable<T> task) {
    return call(task);
  }

  /** As {@link #submit(TaskCallable)}; the result is null. */
  public CompletableFuture<Void> submit(TaskRunnable task) {
    return run(task);
  }

  /** As {@link #submit(TaskRunnable)}, for a runnable that can be sent. */
  @Override
  public CompletableFuture<Void> submit(Runnable task) {
    return run(task);
  }

  /** As {@link #submit(TaskRunnable)}; the result is this very object, which is not sent. */
  public <T> CompletableFuture<T> submit(TaskRunnable task, T result) {
    return submit((Runnable) task, result);
  }

  /** As {@link #submit(TaskRunnable, Object)}, for a runnable that can be sent. */
  @Override
  public <T> CompletableFuture<T> submit(Runnable task, T result) {
    var ran = run(task);
    var future = new TaskFuture<T>();
    future.belongsTo(ran.job(), pool.core);
    ran.whenComplete((_, why) -> {
      if (why == null) {
        future.deliver(result);
      } else {
        future.fail(why);
      }
    });
    return future;
  }

  /** Applies a function in a worker; see {@link #submit(TaskCallable)}. */
  public <A, R> CompletableFuture<R> submit(TaskFunction<A, R> function, A argument) {
    Objects.requireNonNull(function);
    return accept(
        new FutureTask<>(() -> function.apply(argument)),
        () -> submission.single(function, argument));
  }

  /** As {@link #execute(Runnable)}. */
  public void execute(TaskRunnable task) {
    execute((Runnable) task);
  }

  /**
   * Runs a task in a worker. Its failure, other than by the end of the executor or its pool, goes
   * to the uncaught exception handler of one of the pool's threads.
   */
  @Override
  public void execute(Runnable task) {
    run(task)
        .whenComplete((_, why) -> {
          if (why != null
              && !(why instanceof CancellationException || why instanceof PoolException.Closed)) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, why);
          }
        });
  }

  private <T> TaskFuture<T> call(Callable<T> task) {
    requireSendable(task);
    return accept(new FutureTask<>(task), () -> submission.call(new Calls<>(task)));
  }

  private TaskFuture<Void> run(Runnable task) {
    requireSendable(task);
    return accept(task, () -> submission.call(new Runs(task)));
  }

  /** For the case in which the advice is simple: the compiler did not ask for it. */
  private static void requireSendable(Object task) {
    Objects.requireNonNull(task);
    if (!(task instanceof Serializable || task instanceof Record)) {
      throw Failures.taskNotSerializable(task);
    }
  }

  private <R> TaskFuture<R> accept(Runnable task, Supplier<TaskFuture<R>> submit) {
    var entry = open.admit(task);
    var future = submitted(entry, submit);
    future.whenComplete((_, _) -> open.done(entry));
    if (!open.submitted(entry, future.job())) {
      future.cancel(true);
    }
    return future;
  }

  private <S> S submitted(OpenTasks.Entry entry, Supplier<S> submit) {
    try {
      return submit.get();
    } catch (RuntimeException | Error e) {
      open.done(entry);
      if (e instanceof IllegalStateException && pool.core.isClosed()) {
        throw new RejectedExecutionException("the pool was closed; make a new one", e);
      }
      throw e;
    }
  }

  // --- many tasks

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    return invokeAll(tasks, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return ManyTasks.all(tasks, this::call, Duration.ofNanos(unit.toNanos(timeout)));
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return invokeAny(tasks, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("three hundred years went by", e);
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return ManyTasks.any(tasks, this::call, Duration.ofNanos(unit.toNanos(timeout)));
  }

  // --- an input that is pulled as needed

  /**
   * Applies a function to the items of an input that may be endless, as {@link ProcessPool#imap}
   * does: results come in its order, and a shutdown stops pulling.
   */
  public <A, R> ResultIterator<R> map(TaskFunction<A, R> function, Iterable<A> items) {
    return stream(function, items, submission.chosenSize(), 0);
  }

  /** As {@link #map(TaskFunction, Iterable)} with so many items in a chunk. */
  public <A, R> ResultIterator<R> map(
      TaskFunction<A, R> function, Iterable<A> items, int chunkSize) {
    return stream(function, items, new ChunkSize.Fixed(chunkSize), 0);
  }

  /** As {@link #map(TaskFunction, Iterable)}, for a time; see the overload with all settings. */
  public <A, R> ResultIterator<R> map(
      TaskFunction<A, R> function, Iterable<A> items, Duration timeout) {
    Objects.requireNonNull(timeout);
    return map(function, items).within(timeout);
  }

  /**
   * As {@link #map(TaskFunction, Iterable)}, with all settings.
   *
   * @param timeout for all results, from this call on; {@code next} then throws {@link
   *     PoolException.TimedOut}, and the rest is stopped
   * @param chunkSize items sent at once, 1 or more; at most as many as the buffer holds
   * @param buffer most items that are pulled and whose results were not taken, 1 or more
   */
  public <A, R> ResultIterator<R> map(
      TaskFunction<A, R> function, Iterable<A> items, Duration timeout, int chunkSize, int buffer) {
    Objects.requireNonNull(timeout);
    var size = new ChunkSize.Fixed(chunkSize);
    return stream(function, items, size, Submission.checkedBuffer(buffer)).within(timeout);
  }

  private <A, R> ResultIterator<R> stream(
      TaskFunction<A, R> function, Iterable<A> items, ChunkSize size, int buffer) {
    var entry = open.admit(null);
    var results = submitted(entry, () -> submission.stream(function, items, size, buffer, true));
    results.job().done.whenComplete((_, _) -> open.done(entry));
    if (!open.submitted(entry, results.job())) {
      results.close();
    } else if (open.refusing()) {
      submission.closeInput(results.job()); // a shutdown just before could not
    }
    return results;
  }

  // --- the end

  @Override
  public void shutdown() {
    if (open.refuse()) {
      open.submitted().forEach(entry -> submission.closeInput(open.job(entry)));
      if (owner) {
        inBackground(pool::close);
      }
    }
  }

  /**
   * Stops everything at once; the futures of all open tasks are cancelled.
   *
   * @return the tasks that no worker had begun: those that were runnables as they are, others as a
   *     {@link FutureTask} that would run them in this process
   */
  @Override
  public List<Runnable> shutdownNow() {
    open.refuse();
    var waiting = new ArrayList<Runnable>();
    for (var entry : open.stopAll()) {
      var job = open.job(entry);
      if (entry.task() != null && submission.withdraw(job)) {
        waiting.add(entry.task());
      } else {
        submission.cancel(job);
      }
    }
    if (owner && !terminated.isDone()) {
      inBackground(pool::terminate);
    }
    return waiting;
  }

  /** Not a daemon: what was accepted is done even if the program has nothing else to do. */
  private static void inBackground(Runnable end) {
    Thread.ofPlatform().name("executor shutdown").daemon(false).start(end);
  }

  @Override
  public boolean isShutdown() {
    return open.refusing() || pool.core.isClosed();
  }

  @Override
  public boolean isTerminated() {
    return terminated.isDone();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      terminated.get(timeout, unit);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause()); // neither of the two ever fails
    }
  }
}
