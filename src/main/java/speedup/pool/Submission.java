package speedup.pool;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import speedup.pool.task.Adapted;
import speedup.pool.task.EachItem;
import speedup.pool.task.TaskFunction;
import speedup.wire.Functions;
import speedup.wire.NotSendableException;
import speedup.wire.ValueWriter;

/** Turns calls into jobs: checks and serialises what can be, before any process is touched. */
final class Submission {
  private final PoolCore core;
  private ExecutorService callbacks; // guarded by this

  Submission(PoolCore core) {
    this.core = core;
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
    var function = Adapted.innermost(sent);
    var name = Functions.name(function);
    try {
      return new Job.Terms(
          ValueWriter.toBytes(sent),
          name,
          function.getClass().getClassLoader(),
          Admission.of(admitted, function),
          places,
          retries,
          timeout);
    } catch (NotSendableException e) {
      throw Failures.functionNotSendable(name, e);
    }
  }

  private Job.Terms terms(Object sent) {
    return terms(sent, Integer.MAX_VALUE, core.options.retries());
  }

  static byte[] argument(String name, Object argument) {
    try {
      return ValueWriter.toBytes(argument);
    } catch (NotSendableException e) {
      throw Failures.argument(name, Summaries.of(argument), e);
    }
  }

  @SuppressWarnings("unchecked")
  <A, R> CompletableFuture<R> single(TaskFunction<A, R> function, A argument) {
    var terms = terms(Objects.requireNonNull(function));
    var bytes = argument(terms.name(), argument);
    var future = new TaskFuture<Object>();
    var job =
        core.submit(
            terms,
            new SingleSupply(bytes, Summaries.of(argument), future),
            core.pace(terms.function()));
    future.stopBy(() -> core.cancel(job));
    whenFailed(job, future);
    return (CompletableFuture<R>) future;
  }

  @SuppressWarnings("unchecked")
  <A, R> CompletableFuture<List<R>> list(
      TaskFunction<A, R> function, Collection<A> items, ChunkSize size) {
    var single = size instanceof ChunkSize.Fixed(var count) && count == 1;
    var all = items.toArray();
    var terms = terms(single ? function : each(function));
    if (all.length > 0) {
      argument(terms.name(), all[0]); // most mistakes are made with all items alike
    }
    var supply = new ListSupply(all, size, core.workers(), single);
    var future = new TaskFuture<List<R>>();
    var job = core.submit(terms, supply, core.pace(terms.function()));
    future.stopBy(() -> core.cancel(job));
    whenFailed(job, future);
    job.done.thenRun(() -> {
      try {
        future.complete((List<R>) supply.results());
      } catch (PoolException e) {
        future.completeExceptionally(e);
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
    var chunk = size instanceof ChunkSize.Fixed(var count) ? count : 1;
    var results = new StreamResults(ordered, buffer, chunk, core.workers());
    var supply = new StreamSupply(results, size, core.workers(), core.lock);
    var job = core.submit(terms, supply, core.pace(terms.function()));
    job.done.whenComplete((_, why) -> results.finished(why == null ? null : (PoolException) why));
    Thread.ofVirtual()
        .name("pool input")
        .start(() -> {
          supply.feed(input, job, () -> core.supplied(job));
          core.supplied(job);
        });
    return new ResultIterator<>(results, () -> core.cancel(job));
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

  private static void whenFailed(Job job, CompletableFuture<?> future) {
    job.done.whenComplete((_, why) -> {
      if (why != null) {
        future.completeExceptionally(why);
      }
    });
  }

  /** Nothing more is pulled for a job. */
  static void closeInput(Job job) {
    if (job.supply instanceof StreamSupply stream) {
      stream.closeInput(new PoolException.Closed());
    }
  }

  /** Calls one of the two when the future is done, never on a thread that reads from a worker. */
  <R> void callBack(
      CompletableFuture<R> future,
      Consumer<? super R> callback,
      Consumer<? super PoolException> errorCallback) {
    future.whenCompleteAsync(
        (result, why) -> {
          if (why == null) {
            callback.accept(result);
          } else {
            errorCallback.accept(failure(why));
          }
        },
        callbacks());
  }

  private static PoolException failure(Throwable why) {
    var cause = why instanceof CompletionException wrapped ? wrapped.getCause() : why;
    return cause instanceof PoolException known ? known : new PoolException.Cancelled();
  }

  private synchronized ExecutorService callbacks() {
    if (callbacks == null) {
      callbacks =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().name("pool callbacks").daemon().factory());
    }
    return callbacks;
  }

  /** The last callbacks are still called. */
  synchronized void end() {
    if (callbacks != null) {
      callbacks.shutdown();
    }
  }
}
