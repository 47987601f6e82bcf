package speedup.pool;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.pool.task.Args;
import speedup.pool.task.TaskFunction;
import speedup.pool.task.TaskFunction2;
import speedup.pool.task.TaskFunction3;

/**
 * A pool of worker processes. Safe for use by several threads.
 *
 * <pre>{@code
 * try (var pool = ProcessPool.open(4)) {
 *   List<Long> squares = pool.map(x -> x * x, List.of(1L, 2L, 3L));
 * }
 * }</pre>
 *
 * Functions are lambdas, method references or records; arguments and results are plain values,
 * records, arrays, collections, or anything Serializable of an admitted package. A function must
 * not rely on static fields that this program has changed: workers load classes anew.
 *
 * <p>A worker that dies is replaced. What it worked on fails with a type that says why, or is tried
 * again where {@link PoolBuilder#retries} allows; everything else is done. A chunk of several items
 * is then done again item by item, to find the one that is to blame: a function may be applied to
 * the same item more than once after a death.
 */
public final class ProcessPool implements AutoCloseable {
  private static final long BRIEF_NANOS = 80_000;

  final PoolCore core;
  private final Submission submission;

  /** A pool of so many processes with what suits most programs. They start in the background. */
  public static ProcessPool open(int workers) {
    return builder().workers(workers).open();
  }

  /** Settings for a new pool. */
  public static PoolBuilder builder() {
    return new PoolBuilder();
  }

  /**
   * Makes a pool without workers; {@link #start} or {@link #submit} start them.
   *
   * @param listener told of everything, on the pool's threads; quick and thread-safe; null for none
   */
  public ProcessPool(WorkerLauncher launcher, PoolOptions options, Consumer<PoolEvent> listener) {
    core = new PoolCore(launcher, options, new EventSink(listener));
    submission = new Submission(core);
  }

  // --- one task

  /**
   * Runs a function in a worker and waits for its result.
   *
   * @throws PoolException.NotTransferable at once when the function or the argument cannot cross
   * @throws PoolException when the task failed
   * @throws IllegalStateException when the pool is closed
   */
  public <A, R> R apply(TaskFunction<A, R> function, A argument) throws InterruptedException {
    var future = submission.single(function, argument);
    awaitBriefly(future);
    try {
      return new AsyncResult<>(future).get();
    } finally {
      stopUnlessDone(future);
    }
  }

  /**
   * As {@link #apply(TaskFunction, Object)}, for a time; the task is stopped after it.
   *
   * @throws TimeoutException when no result comes by then
   */
  public <A, R> R apply(TaskFunction<A, R> function, A argument, Duration timeout)
      throws InterruptedException, TimeoutException {
    var future = submission.single(function, argument);
    awaitBriefly(future);
    try {
      return new AsyncResult<>(future).get(timeout);
    } finally {
      stopUnlessDone(future);
    }
  }

  /** A short task is back before the scheduler would have put this thread to sleep and woken it. */
  private static void awaitBriefly(CompletableFuture<?> done) {
    var from = System.nanoTime();
    while (!done.isDone() && System.nanoTime() - from < BRIEF_NANOS) {
      Thread.yield();
    }
  }

  private static void stopUnlessDone(CompletableFuture<?> future) {
    if (!future.isDone()) {
      future.cancel(true);
    }
  }

  /** Runs a function in a worker; returns at once. */
  public <A, R> AsyncResult<R> applyAsync(TaskFunction<A, R> function, A argument) {
    return new AsyncResult<>(submission.single(function, argument));
  }

  /**
   * As {@link #applyAsync(TaskFunction, Object)}; one of the two is called when it ends, on a
   * thread of the pool that is there for callbacks.
   */
  public <A, R> AsyncResult<R> applyAsync(
      TaskFunction<A, R> function,
      A argument,
      Consumer<? super R> callback,
      Consumer<? super PoolException> errorCallback) {
    var future = submission.<A, R>single(function, argument);
    submission.callBack(future, callback, errorCallback);
    return new AsyncResult<>(future);
  }

  // --- a list

  /**
   * Applies a function to every item, and waits for all results, in the order of the items. Chunks
   * are chosen by measured work. When items fail, the others are done all the same.
   *
   * @throws PoolException the failure of the first item that failed, with others suppressed in it
   * @throws IllegalStateException when the pool is closed
   */
  public <A, R> List<R> map(TaskFunction<A, R> function, Collection<A> items)
      throws InterruptedException {
    return mapAsync(function, items).get();
  }

  /**
   * As {@link #map(TaskFunction, Collection)} with so many items in a chunk.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public <A, R> List<R> map(TaskFunction<A, R> function, Collection<A> items, int chunkSize)
      throws InterruptedException {
    return mapAsync(function, items, chunkSize).get();
  }

  /** As {@link #map(TaskFunction, Collection)}, but returns at once. */
  public <A, R> AsyncResult<List<R>> mapAsync(TaskFunction<A, R> function, Collection<A> items) {
    return new AsyncResult<>(submission.list(function, items, submission.chosenSize()));
  }

  /** As {@link #map(TaskFunction, Collection, int)}, but returns at once. */
  public <A, R> AsyncResult<List<R>> mapAsync(
      TaskFunction<A, R> function, Collection<A> items, int chunkSize) {
    return new AsyncResult<>(submission.list(function, items, new ChunkSize.Fixed(chunkSize)));
  }

  /** As {@link #mapAsync(TaskFunction, Collection)}; one of the two is called when it ends. */
  public <A, R> AsyncResult<List<R>> mapAsync(
      TaskFunction<A, R> function,
      Collection<A> items,
      Consumer<? super List<R>> callback,
      Consumer<? super PoolException> errorCallback) {
    var future = submission.list(function, items, submission.chosenSize());
    submission.callBack(future, callback, errorCallback);
    return new AsyncResult<>(future);
  }

  /** As {@link #map(TaskFunction, Collection)}, for a function of two arguments. */
  public <A, B, R> List<R> starmap(
      TaskFunction2<A, B, R> function, Collection<Args.Two<A, B>> arguments)
      throws InterruptedException {
    return map(function.spread(), arguments);
  }

  /** As {@link #map(TaskFunction, Collection)}, for a function of three arguments. */
  public <A, B, C, R> List<R> starmap(
      TaskFunction3<A, B, C, R> function, Collection<Args.Three<A, B, C>> arguments)
      throws InterruptedException {
    return map(function.spread(), arguments);
  }

  /** As {@link #starmap(TaskFunction2, Collection)}, but returns at once. */
  public <A, B, R> AsyncResult<List<R>> starmapAsync(
      TaskFunction2<A, B, R> function, Collection<Args.Two<A, B>> arguments) {
    return mapAsync(function.spread(), arguments);
  }

  /** As {@link #starmap(TaskFunction3, Collection)}, but returns at once. */
  public <A, B, C, R> AsyncResult<List<R>> starmapAsync(
      TaskFunction3<A, B, C, R> function, Collection<Args.Three<A, B, C>> arguments) {
    return mapAsync(function.spread(), arguments);
  }

  // --- an input that is pulled as needed

  /**
   * Applies a function to the items of an input that may be endless; results come in its order. The
   * input is pulled on a thread of the pool, only as far ahead as needed to keep the workers busy.
   */
  public <A, R> ResultIterator<R> imap(TaskFunction<A, R> function, Iterable<A> items) {
    return submission.stream(function, items, submission.chosenSize(), 0, true);
  }

  /** As {@link #imap(TaskFunction, Iterable)} with so many items in a chunk. */
  public <A, R> ResultIterator<R> imap(
      TaskFunction<A, R> function, Iterable<A> items, int chunkSize) {
    return submission.stream(function, items, new ChunkSize.Fixed(chunkSize), 0, true);
  }

  /**
   * As {@link #imap(TaskFunction, Iterable, int)}.
   *
   * @param buffer most items that are pulled and whose results were not taken, 1 or more
   */
  public <A, R> ResultIterator<R> imap(
      TaskFunction<A, R> function, Iterable<A> items, int chunkSize, int buffer) {
    return submission.stream(
        function, items, new ChunkSize.Fixed(chunkSize), Submission.checkedBuffer(buffer), true);
  }

  /** As {@link #imap(TaskFunction, Iterable)}, but results come as they are ready. */
  public <A, R> ResultIterator<R> imapUnordered(TaskFunction<A, R> function, Iterable<A> items) {
    return submission.stream(function, items, submission.chosenSize(), 0, false);
  }

  /** As {@link #imapUnordered(TaskFunction, Iterable)} with so many items in a chunk. */
  public <A, R> ResultIterator<R> imapUnordered(
      TaskFunction<A, R> function, Iterable<A> items, int chunkSize) {
    return submission.stream(function, items, new ChunkSize.Fixed(chunkSize), 0, false);
  }

  /** As {@link #imap(TaskFunction, Iterable, int, int)}, but results come as they are ready. */
  public <A, R> ResultIterator<R> imapUnordered(
      TaskFunction<A, R> function, Iterable<A> items, int chunkSize, int buffer) {
    return submission.stream(
        function, items, new ChunkSize.Fixed(chunkSize), Submission.checkedBuffer(buffer), false);
  }

  // --- numbered chunks

  /**
   * Starts a job of numbered chunks. Workers are started as the job needs them.
   *
   * @throws PoolException.NotTransferable when the function cannot be sent
   * @throws IllegalStateException when the pool is closed
   */
  public <A, R> PoolJob submit(JobSpec<A, R> spec) {
    return submission.numbered(spec);
  }

  // --- workers

  /**
   * Grows the pool to at least so many workers; places that broke are filled again.
   *
   * @return done when all of them take work; fails with {@link PoolException.NoWorkers}
   * @throws IllegalStateException when the pool is closed
   */
  public CompletableFuture<Void> start(int workers) {
    return core.resize(workers, false);
  }

  /**
   * Grows or shrinks the pool while it works. Workers that are too many end after their present
   * task; what they had not begun is done by the others.
   *
   * @return done when all of them take work; fails with {@link PoolException.NoWorkers}
   * @throws IllegalArgumentException when it is below 1 or above 1024
   * @throws IllegalStateException when the pool is closed
   */
  public CompletableFuture<Void> resize(int workers) {
    return core.resize(PoolBuilder.checkedWorkers(workers), true);
  }

  /** How many workers the pool has, or is starting. */
  public int workers() {
    return core.slots().size();
  }

  /** How many workers take work at this moment. */
  public int ready() {
    return (int)
        core.slots().stream()
            .filter(slot -> slot.state() instanceof WorkerSlot.State.Ready)
            .count();
  }

  /** The process ids of the workers that are up, by place; -1 where none is. */
  public long[] pids() {
    return core.slots().stream()
        .map(WorkerSlot::link)
        .mapToLong(link -> link == null ? -1 : link.process.pid())
        .toArray();
  }

  /** Asks every worker for a heartbeat; done when all have answered or are gone. */
  public CompletableFuture<Void> probe() {
    return CompletableFuture.allOf(
        core.links().stream()
            .filter(WorkerLink::ready)
            .map(WorkerLink::probe)
            .toArray(CompletableFuture[]::new));
  }

  /** Ends a worker's process with a signal that it cannot refuse; it is replaced. */
  public void kill(int worker) {
    var link = core.link(worker);
    if (link != null) {
      link.killOnRequest();
    }
  }

  /** Asks a worker's process to end; it is replaced. */
  public void terminate(int worker) {
    var link = core.link(worker);
    if (link != null) {
      link.terminateOnRequest();
    }
  }

  // --- the end

  /**
   * Takes no new tasks, lets those end that were accepted, then has the workers leave in order.
   * Returns when all processes are gone. A thread that is interrupted meanwhile ends everything at
   * once instead. Inputs that are pulled as needed are pulled no further; their iterators then fail
   * with {@link PoolException.Closed}.
   */
  @Override
  public void close() {
    core.refuse();
    var jobs = core.openJobs();
    jobs.forEach(Submission::closeInput);
    var all =
        CompletableFuture.allOf(
            jobs.stream().map(job -> job.done).toArray(CompletableFuture[]::new));
    try {
      all.get();
    } catch (ExecutionException e) {
      // that a task failed is told to whoever asked for it
    } catch (InterruptedException e) {
      core.end(Duration.ZERO);
      Thread.currentThread().interrupt();
      return;
    }
    core.end(core.options.exitLimit());
    submission.end();
  }

  /** Ends everything at once: open tasks fail with {@link PoolException.Closed}. */
  public void terminate() {
    core.end(Duration.ZERO);
    submission.end();
  }

  /**
   * Waits until the pool has been closed or terminated and all its processes are gone.
   *
   * @return whether that is so by then
   * @throws IllegalStateException when the pool is open, and nothing would end it
   */
  public boolean join(Duration timeout) throws InterruptedException {
    if (!core.isClosed()) {
      throw new IllegalStateException("close the pool first");
    }
    try {
      core.gone().get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
