package speedup.pool;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import speedup.pool.task.Adapted;
import speedup.pool.task.EachItem;
import speedup.pool.task.TaskFunction;
import speedup.wire.Functions;
import speedup.wire.NotSendableException;
import speedup.wire.ValueWriter;

/** Turns calls into jobs: checks and serialises what can be, before any process is touched. */
final class Submission {
  private static final long IDLE_SECONDS = 1;

  private final PoolCore core;

  /** One thread, so that callbacks come one after the other; it leaves when none are left. */
  private final ThreadPoolExecutor callbacks =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("pool callbacks").daemon().factory());

  Submission(PoolCore core) {
    this.core = core;
    callbacks.allowCoreThreadTimeOut(true);
  }

  ChunkSize chosenSize() {
    return core.options.taskTimeout() == null ? new ChunkSize.ByWork() : new ChunkSize.Fixed(1);
  }

  static int checkedBuffer(int buffer) {
    if (buffer < 1) {
      throw new IllegalArgumentException("a buffer holds at least one item, not " + buffer);
    }
    return buffer;
  }

  private Job.Terms terms(Object sent, int places, int retries) {
    return terms(sent, core.options.admitted(), places, retries, core.options.taskTimeout());
  }

  static Job.Terms terms(
      Object sent, List<String> admitted, int places, int retries, Duration timeout) {
    var source = Adapted.innermost(sent);
    var filter = Admission.of(admitted, source);
    try {
      return new Job.Terms(
          source, ValueWriter.toBytes(sent, filter), filter, places, retries, timeout);
    } catch (NotSendableException e) {
      throw Failures.functionNotSendable(Functions.name(source), e);
    }
  }

  private Job.Terms terms(Object sent) {
    return terms(sent, Integer.MAX_VALUE, core.options.retries());
  }

  static byte[] argument(Job.Terms terms, Object argument) {
    try {
      return ValueWriter.toBytes(argument, terms.filter());
    } catch (NotSendableException e) {
      throw Failures.argument(terms.name(), Summaries.of(argument), e);
    }
  }

  <A, R> TaskFuture<R> single(TaskFunction<A, R> function, A argument) {
    return single(function, argument, Summaries.of(argument));
  }

  /** A call without an argument. */
  <R> TaskFuture<R> call(TaskFunction<Object, R> function) {
    return single(function, null, "nothing");
  }

  @SuppressWarnings("unchecked")
  private <R> TaskFuture<R> single(TaskFunction<?, R> function, Object argument, String inWords) {
    var terms = terms(Objects.requireNonNull(function));
    var bytes = argument(terms, argument);
    var future = new TaskFuture<Object>();
    var job =
        core.submit(terms, new SingleSupply(bytes, inWords, future), core.pace(terms.function()));
    future.belongsTo(job, core);
    whenFailed(job, future);
    return (TaskFuture<R>) future;
  }

  @SuppressWarnings("unchecked")
  <A, R> TaskFuture<List<R>> list(
      TaskFunction<A, R> function, Collection<A> items, ChunkSize size) {
    var single = size instanceof ChunkSize.Fixed(var count) && count == 1;
    var all = items.toArray();
    var terms = terms(single ? function : each(function));
    if (all.length > 0) {
      argument(terms, all[0]); // most mistakes are made with all items alike
    }
    var supply = new ListSupply(all, size, core.workers(), single);
    var future = new TaskFuture<List<R>>();
    var job = core.submit(terms, supply, core.pace(terms.function()));
    future.belongsTo(job, core);
    whenFailed(job, future);
    job.done.thenRun(() -> {
      try {
        future.deliver((List<R>) supply.results());
      } catch (PoolException e) {
        future.fail(e);
      }
    });
    return future;
  }

  @SuppressWarnings("unchecked")
  private static EachItem each(TaskFunction<?, ?> function) {
    return new EachItem((TaskFunction<Object, Object>) Objects.requireNonNull(function));
  }

  <A, R> ResultIterator<R> stream(
      TaskFunction<A, R> function, Iterable<A> items, ChunkSize size, int buffer, boolean ordered) {
    var terms = terms(each(function));
    var input = items.iterator();
    // a chunk larger than the buffer would never fill up
    var wanted = size instanceof ChunkSize.Fixed(var count) ? count : 1;
    var chunk = buffer > 0 ? Math.min(buffer, wanted) : wanted;
    var cut = size instanceof ChunkSize.Fixed ? new ChunkSize.Fixed(chunk) : size;
    var results = new StreamResults(ordered, buffer, chunk, core.workers());
    var supply = new StreamSupply(results, cut, core.workers(), core.lock);
    var job = core.submit(terms, supply, core.pace(terms.function()));
    var feeder =
        Thread.ofVirtual()
            .name("pool input")
            .unstarted(() -> {
              supply.feed(input, job, () -> core.supplied(job));
              core.supplied(job);
            });
    job.done.whenComplete((_, why) -> {
      results.finished(why == null ? null : (PoolException) why);
      if (why != null) {
        feeder.interrupt(); // it may wait for an item that nobody wants any more
      }
    });
    feeder.start();
    return new ResultIterator<>(results, job, () -> core.cancel(job));
  }

  @SuppressWarnings("unchecked")
  <A, R> PoolJob numbered(JobSpec<A, R> spec) {
    var terms = terms(spec.function(), spec.workers(), spec.retries());
    core.resize(spec.workers(), false);
    var job = core.submit(terms, new NumberedSupply((JobSpec<Object, Object>) spec), new Pace());
    return new PoolJob() {
      @Override
      public CompletableFuture<Void> done() {
        return job.done;
      }

      @Override
      public void cancel() {
        core.cancel(job);
      }
    };
  }

  private static void whenFailed(Job job, TaskFuture<?> future) {
    job.done.whenComplete((_, why) -> {
      if (why != null) {
        future.fail(why);
      }
    });
  }

  /** Nothing more is pulled for a job; what was pulled is still done. */
  void closeInput(Job job) {
    if (job.supply instanceof StreamSupply stream) {
      stream.closeInput(new PoolException.Closed());
      core.supplied(job);
    }
  }

  /** Ends a job that no worker has begun; false when one has, or it had ended. */
  boolean withdraw(Job job) {
    return core.withdraw(job);
  }

  /** Ends a job. */
  void cancel(Job job) {
    core.cancel(job);
  }

  /** Calls one of the two when the future is done, never on a thread that reads from a worker. */
  <R> void callBack(
      CompletableFuture<R> future,
      Consumer<? super R> callback,
      Consumer<? super PoolException> errorCallback) {
    future.whenComplete((result, why) ->
        callbacks.execute(() -> {
          if (why == null) {
            callback.accept(result);
          } else {
            errorCallback.accept(failure(why));
          }
        }));
  }

  private static PoolException failure(Throwable why) {
    var cause = why instanceof CompletionException wrapped ? wrapped.getCause() : why;
    return cause instanceof PoolException known ? known : new PoolException.Cancelled();
  }
}
