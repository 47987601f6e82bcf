package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskCallable;

/** {@code invokeAll} and {@code invokeAny}. */
@Timeout(60)
class InvokeTest extends WatchedPool {
  private final ProcessExecutor executor = pool.executor();

  @SafeVarargs
  private static <T> List<Callable<T>> tasks(TaskCallable<T>... tasks) {
    var all = new ArrayList<Callable<T>>();
    for (var task : tasks) {
      all.add(task);
    }
    return all;
  }

  private void assertNothingRuns() throws Exception {
    executor.shutdown();
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void invokeAllReturnsFuturesInTheOrderOfTheTasksAllDone() throws Exception {
    var futures =
        executor.invokeAll(
            tasks(() -> Tasks.spinTenMillis(1), () -> 2, () -> Tasks.divideByZero(1)));
    assertEquals(3, futures.size());
    assertTrue(futures.stream().allMatch(future -> future.isDone()));
    assertEquals(1, futures.get(0).get());
    assertEquals(2, futures.get(1).get());
    var failure = assertThrows(ExecutionException.class, () -> futures.get(2).get());
    assertInstanceOf(PoolException.TaskThrew.class, failure.getCause());
  }

  @Test
  void invokeAllOfNothingReturnsNothing() throws Exception {
    assertEquals(List.of(), executor.invokeAll(List.<Callable<Integer>>of()));
    assertEquals(List.of(), executor.invokeAll(List.<Callable<Integer>>of(), 1, TimeUnit.SECONDS));
  }

  @Test
  void bothRefuseNull() throws Exception {
    var withNull = Arrays.asList((TaskCallable<Integer>) () -> 1, null);
    assertThrows(NullPointerException.class, () -> executor.invokeAll(null));
    assertThrows(NullPointerException.class, () -> executor.invokeAll(withNull));
    assertThrows(NullPointerException.class, () -> executor.invokeAll(tasks(() -> 1), 1, null));
    assertThrows(NullPointerException.class, () -> executor.invokeAny(null));
    assertThrows(NullPointerException.class, () -> executor.invokeAny(withNull));
    assertThrows(NullPointerException.class, () -> executor.invokeAny(tasks(() -> 1), 1, null));
    assertNothingRuns();
  }

  @Test
  void invokeAllCancelsWhatIsNotDoneInTime() throws Exception {
    start(2);
    var futures =
        executor.invokeAll(
            tasks(() -> Tasks.spinForever(1), () -> Tasks.sleepLong(1), () -> Tasks.sleepLong(2)),
            1,
            TimeUnit.MILLISECONDS);
    assertEquals(3, futures.size());
    assertTrue(futures.stream().allMatch(future -> future.isCancelled()));
    assertNothingRuns();
  }

  @Test
  void invokeAllInTimeCancelsNothing() throws Exception {
    var futures = executor.invokeAll(tasks(() -> 1, () -> 2), 30, TimeUnit.SECONDS);
    assertEquals(1, futures.get(0).get());
    assertEquals(2, futures.get(1).get());
  }

  @Test
  void anInterruptCancelsTheTasksOfInvokeAll() throws Exception {
    start(1);
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> executor.invokeAll(tasks(() -> Tasks.sleepLong(1), () -> Tasks.sleepLong(2))));
    assertFalse(Thread.interrupted());
    assertNothingRuns();
  }

  @Test
  void aTaskThatCannotBeSentCancelsTheOthers() throws Exception {
    Callable<Integer> plain = () -> 1;
    TaskCallable<Integer> endless = () -> Tasks.spinForever(1);
    var mixed = List.of(endless, plain);
    assertThrows(PoolException.NotTransferable.class, () -> executor.invokeAll(mixed));
    assertThrows(PoolException.NotTransferable.class, () -> executor.invokeAny(mixed));
    assertNothingRuns();
  }

  @Test
  void invokeAnyReturnsTheFirstSuccessAndStopsTheOthers() throws Exception {
    start(2);
    assertEquals(
        7,
        executor.invokeAny(tasks(() -> Tasks.spinForever(1), () -> 7, () -> Tasks.sleepLong(1))));
    assertNothingRuns();
  }

  @Test
  void invokeAnyPassesOverFailures() throws Exception {
    assertEquals(
        7,
        executor.invokeAny(
            tasks(() -> Tasks.divideByZero(1), () -> Tasks.printAndExit(1), () -> 7)));
  }

  @Test
  void invokeAnyFailsWhenAllFail() {
    var failure =
        assertThrows(
            ExecutionException.class,
            () ->
                executor.invokeAny(
                    tasks(() -> Tasks.divideByZero(1), () -> Tasks.divideByZero(2))));
    assertInstanceOf(PoolException.TaskThrew.class, failure.getCause());
  }

  @Test
  void invokeAnyOfNothingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> executor.invokeAny(List.<Callable<Integer>>of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> executor.invokeAny(List.<Callable<Integer>>of(), 1, TimeUnit.SECONDS));
  }

  @Test
  void invokeAnyTimesOutAndStopsItsTasks() throws Exception {
    start(1);
    assertThrows(
        TimeoutException.class,
        () ->
            executor.invokeAny(
                tasks(() -> Tasks.spinForever(1), () -> Tasks.sleepLong(1)),
                1,
                TimeUnit.MILLISECONDS));
    assertEquals(7, executor.invokeAny(tasks(() -> 7), 30, TimeUnit.SECONDS));
    assertNothingRuns();
  }

  @Test
  void shutdownNowDuringInvokeAllEndsIt() throws Exception {
    start(2);
    var futures =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return executor.invokeAll(
                    tasks(() -> Tasks.sleepLong(1), () -> Tasks.sleepLong(2)));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            task -> Thread.ofPlatform().start(task));
    // shut down between the two, the second would be refused
    TestPools.awaitTrue(
        () -> events.stream().filter(PoolEvent.ChunkStarted.class::isInstance).count() == 2);
    executor.shutdownNow();
    for (var future : futures.get(30, TimeUnit.SECONDS)) {
      assertTrue(future.isCancelled());
    }
  }
}
