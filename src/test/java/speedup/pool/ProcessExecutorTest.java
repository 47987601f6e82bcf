package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskCallable;
import speedup.pool.task.TaskRunnable;

/** Single tasks of the standard executor. */
@Timeout(60)
class ProcessExecutorTest extends WatchedPool {
  private final ProcessExecutor executor = pool.executor();

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Throwable causeOf(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> get(future)).getCause();
  }

  private void assertWorks() throws Exception {
    assertEquals(6, get(executor.submit(() -> 2 * 3)));
  }

  @Test
  void aLambdaRunsInAnotherProcess() throws Exception {
    var pid = get(executor.submit(() -> ProcessHandle.current().pid()));
    assertTrue(pid != ProcessHandle.current().pid());
    var factor = 7;
    assertEquals(42, get(executor.submit(() -> 6 * factor)));
  }

  @Test
  void aStandardVariableTakesCallablesThatCanBeSent() throws Exception {
    ExecutorService standard = executor;
    Callable<Integer> cast = (Callable<Integer> & Serializable) () -> 1;
    TaskCallable<Integer> typed = () -> 2;
    assertEquals(1, standard.submit(cast).get(30, TimeUnit.SECONDS));
    assertEquals(2, standard.submit(typed).get(30, TimeUnit.SECONDS));
  }

  record Product(int a, int b) implements Callable<Integer> {
    @Override
    public Integer call() {
      return a * b;
    }
  }

  @Test
  void aRecordNeedsNoSerializable() throws Exception {
    assertEquals(12, get(executor.submit(new Product(3, 4))));
  }

  @Test
  void aRunnableGivesNullOrTheVeryObjectThatWasGiven() throws Exception {
    TaskRunnable nothing = () -> {};
    var result = new Object();
    assertNull(get(executor.submit(nothing)));
    assertSame(result, get(executor.submit(() -> {}, result)));
    assertSame(result, get(executor.submit((Runnable) nothing, result)));
  }

  @Test
  void appliesAFunctionToAnArgument() throws Exception {
    CompletableFuture<Integer> square = executor.submit(x -> x * x, 3);
    assertEquals(9, get(square));
  }

  @Test
  void refusesATaskThatCannotBeSentAtOnceAndSaysWhatToDo() throws Exception {
    Callable<Integer> plain = () -> 1;
    Runnable runnable = () -> {};
    for (var refused :
        List.of(
            assertThrows(PoolException.NotTransferable.class, () -> executor.submit(plain)),
            assertThrows(PoolException.NotTransferable.class, () -> executor.submit(runnable)),
            assertThrows(PoolException.NotTransferable.class, () -> executor.execute(runnable)))) {
      assertTrue(refused.getMessage().contains("TaskCallable"), refused.getMessage());
      assertTrue(refused.getMessage().contains("& Serializable"), refused.getMessage());
      assertEquals(PoolException.NotTransferable.Part.FUNCTION, refused.part());
    }
    assertWorks();
  }

  @Test
  void namesWhatALambdaHoldsThatCannotBeSent() {
    var lock = new Object();
    var refused =
        assertThrows(
            PoolException.NotTransferable.class, () -> executor.submit(() -> lock.hashCode()));
    assertTrue(refused.getMessage().contains("java.lang.Object"), refused.getMessage());
  }

  @Test
  void refusesNull() {
    assertThrows(NullPointerException.class, () -> executor.submit((Callable<Integer>) null));
    assertThrows(NullPointerException.class, () -> executor.submit((TaskCallable<Integer>) null));
    assertThrows(NullPointerException.class, () -> executor.submit((Runnable) null));
    assertThrows(NullPointerException.class, () -> executor.submit((Runnable) null, 1));
    assertThrows(NullPointerException.class, () -> executor.execute((Runnable) null));
    executor.shutdown();
    assertTrue(executor.isTerminated());
  }

  @Test
  void aTaskThatThrowsFailsItsFutureWithTheWholeChainOfCauses() throws Exception {
    var failure =
        assertInstanceOf(
            PoolException.TaskThrew.class, causeOf(executor.submit(() -> Tasks.divideByZero(1))));
    assertEquals(ArithmeticException.class.getName(), failure.type());
    assertTrue(
        failure.getCause() instanceof ArithmeticException
            || failure.getCause() instanceof PoolException.RemoteTrace,
        failure.getCause().toString());
    var submitted = executor.submit(() -> Tasks.divideByZero(1), "result");
    assertInstanceOf(PoolException.TaskThrew.class, causeOf(submitted));
    assertWorks();
  }

  @Test
  void aTaskThatTakesItsWorkerWithItFailsAloneAndTheWorkerIsReplaced() throws Exception {
    var failure =
        assertInstanceOf(
            PoolException.WorkerExited.class,
            causeOf(executor.submit(() -> Tasks.printAndExit(1))));
    assertEquals(42, failure.code());
    assertWorks();
  }

  @Test
  void executeRunsATaskAndHandsOnItsFailure() throws Exception {
    var told = new ConcurrentLinkedQueue<Throwable>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> told.add(thrown));
    try {
      executor.execute(() -> Tasks.divideByZero(1));
      TestPools.awaitTrue(() -> !told.isEmpty());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertInstanceOf(PoolException.TaskThrew.class, told.peek());
  }

  @Test
  void cancellingARunningTaskFreesItsWorker() throws Exception {
    start(1);
    var running = executor.submit(() -> Tasks.spinForever(1));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    assertTrue(running.cancel(true));
    assertTrue(running.isCancelled());
    assertThrows(CancellationException.class, running::get);
    assertWorks();
    var done = executor.submit(() -> 1);
    assertEquals(1, get(done));
    assertFalse(done.cancel(true));
  }

  @Test
  void aQueuedTaskThatIsCancelledNeverRuns() throws Exception {
    start(1);
    var running = executor.submit(() -> Tasks.sleepLong(1));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    var queued = executor.submit(() -> Tasks.printTwoLines(1));
    assertTrue(queued.cancel(false));
    running.cancel(true);
    assertWorks();
    assertTrue(events.stream().noneMatch(PoolEvent.Output.class::isInstance), events.toString());
    assertTrue(events.stream().noneMatch(PoolEvent.Died.class::isInstance), events.toString());
  }

  @Test
  void cancellingTheFutureOfARunnableWithAResultStopsIt() throws Exception {
    start(1);
    var running = executor.submit(() -> Tasks.spinForever(1), "result");
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    assertTrue(running.cancel(true));
    assertWorks();
  }

  @Test
  void aFutureThatTimesOutOrIsCompletedByHandStopsItsTask() throws Exception {
    start(1);
    var late = executor.submit(() -> Tasks.spinForever(1)).orTimeout(1, TimeUnit.MILLISECONDS);
    assertInstanceOf(TimeoutException.class, causeOf(late));
    assertWorks();
    var given = executor.submit(() -> Tasks.spinForever(1));
    assertTrue(given.complete(5));
    assertEquals(5, get(given));
    assertWorks();
    var failed = executor.submit(() -> Tasks.spinForever(1));
    assertTrue(failed.completeExceptionally(new IllegalStateException("enough")));
    assertInstanceOf(IllegalStateException.class, causeOf(failed));
    assertWorks();
  }

  @Test
  void futuresOfTasksCompose() throws Exception {
    var three = executor.submit(() -> 3);
    var sum = three.thenCombine(executor.submit(() -> 4), Integer::sum);
    assertEquals(7, get(sum));
    var next = three.thenCompose(x -> executor.submit(() -> x + 1));
    assertEquals(4, get(next));
  }

  @Test
  void thousandsOfTasksFromSeveralThreadsAllComeToTheirResults() throws Exception {
    start(2);
    var wrong = new ConcurrentLinkedQueue<String>();
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var thread = 0; thread < 4; thread++) {
        var from = thread * 1_000;
        threads.submit(() -> {
          try {
            var futures =
                IntStream.range(from, from + 1_000)
                    .mapToObj(i -> executor.submit(() -> 3 * i))
                    .toList();
            for (var i = 0; i < futures.size(); i++) {
              var value = get(futures.get(i));
              if (value != 3 * (from + i)) {
                wrong.add(from + i + " gave " + value);
              }
            }
          } catch (Exception | Error e) {
            wrong.add(e.toString());
          }
        });
      }
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  void aTaskThatIsCancelledAsItEndsLeavesThePoolSound() throws Exception {
    start(2);
    for (var i = 0; i < 300; i++) {
      var n = i;
      var future = executor.submit(() -> n);
      if (i % 3 == 0) {
        Thread.yield();
      }
      var cancelled = future.cancel(true);
      assertEquals(cancelled, future.isCancelled());
    }
    assertWorks();
    executor.shutdown();
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
  }

  @Test
  void openTasksFailWhenThePoolIsTerminated() throws Exception {
    start(1);
    var running = executor.submit(() -> Tasks.spinForever(1));
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    var queued = executor.submit(() -> 1);
    pool.terminate();
    assertInstanceOf(PoolException.Closed.class, causeOf(running));
    assertInstanceOf(PoolException.Closed.class, causeOf(queued));
    assertTrue(executor.isTerminated());
  }

  @Test
  void tasksFailWhenNoWorkerCanBeHad() {
    try (var broken =
        ProcessExecutor.owning(ProcessPool.builder().jvmFlags("-XX:NoSuchFlag").open())) {
      var failure = assertInstanceOf(PoolException.class, causeOf(broken.submit(() -> 1)));
      assertTrue(failure.getMessage().contains("NoSuchFlag"), failure.getMessage());
    }
  }

  @Test
  void aCancelRacingWithTheEndOfThePoolThrowsNothing() throws Exception {
    start(1);
    var futures =
        IntStream.range(0, 2_000).mapToObj(_ -> executor.submit(() -> Tasks.sleepLong(1))).toList();
    var go = new CountDownLatch(1);
    var canceller =
        CompletableFuture.runAsync(
            () -> {
              go.countDown();
              futures.forEach(future -> future.cancel(true));
            },
            task -> Thread.ofPlatform().start(task));
    assertTrue(go.await(30, TimeUnit.SECONDS));
    pool.terminate();
    assertNull(get(canceller));
    assertTrue(futures.stream().allMatch(CompletableFuture::isDone));
  }
}
