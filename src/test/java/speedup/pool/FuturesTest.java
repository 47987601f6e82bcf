package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.pool.Futures.ReturnWhen;

/** Waiting for several futures. */
@Timeout(60)
class FuturesTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
  private final CompletableFuture<Integer> failed =
      CompletableFuture.failedFuture(new IllegalStateException());
  private final CompletableFuture<Integer> cancelled = new CompletableFuture<>();
  private final CompletableFuture<Integer> open = new CompletableFuture<>();

  FuturesTest() {
    assertTrue(cancelled.cancel(true));
  }

  @Test
  void asCompletedGivesWhatIsDoneFirstAndThenWaits() {
    var futures = Futures.asCompleted(List.of(open, done, cancelled, failed), LIMIT);
    var first = Set.of(futures.next(), futures.next(), futures.next());
    assertEquals(Set.of(done, cancelled, failed), first);
    var later = Thread.ofPlatform().start(() -> open.complete(5));
    assertTrue(futures.hasNext());
    assertSame(open, futures.next());
    assertFalse(futures.hasNext());
    assertThrows(NoSuchElementException.class, futures::next);
    assertTrue(join(later));
  }

  private static boolean join(Thread thread) {
    try {
      return thread.join(LIMIT);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void asCompletedFollowsTheOrderOfCompletion() {
    var all = IntStream.range(0, 5).mapToObj(_ -> new CompletableFuture<Integer>()).toList();
    var futures = Futures.asCompleted(all);
    for (var i : new int[] {3, 0, 4, 1, 2}) {
      all.get(i).complete(i);
    }
    var order = new ArrayList<Integer>();
    futures.forEachRemaining(future -> order.add(future.join()));
    assertEquals(List.of(3, 0, 4, 1, 2), order);
  }

  @Test
  void asCompletedGivesADuplicateOnce() {
    var futures = Futures.asCompleted(List.of(done, done, done), LIMIT);
    assertSame(done, futures.next());
    assertFalse(futures.hasNext());
  }

  @Test
  void asCompletedOfNothingIsEmpty() {
    assertFalse(Futures.asCompleted(List.<CompletableFuture<Integer>>of(), LIMIT).hasNext());
  }

  @Test
  void asCompletedTimesOutAndSaysHowManyAreMissing() {
    var futures = Futures.asCompleted(List.of(done, open), SHORT);
    assertSame(done, futures.next());
    var late = assertThrows(PoolException.TimedOut.class, futures::next);
    assertTrue(late.getMessage().startsWith("1 of 2 futures"), late.getMessage());
    assertEquals(SHORT, late.limit());
    assertFalse(open.isDone());
  }

  @Test
  void anInterruptEndsTheWaitOfAsCompletedAndIsKept() {
    var futures = Futures.asCompleted(List.of(open), LIMIT);
    Thread.currentThread().interrupt();
    assertThrows(PoolException.Cancelled.class, futures::next);
    assertTrue(Thread.interrupted());
    open.complete(1);
    assertSame(open, futures.next());
  }

  @Test
  void waitReturnsWithTheFirstThatIsDone() throws Exception {
    var waited = Futures.wait(List.of(open, done, failed), LIMIT, ReturnWhen.FIRST_COMPLETED);
    assertEquals(Set.of(done, failed), waited.done());
    assertEquals(Set.of(open), waited.notDone());
    var later = Thread.ofPlatform().start(() -> open.complete(5));
    var other = new CompletableFuture<Integer>();
    waited = Futures.wait(List.of(open, other), LIMIT, ReturnWhen.FIRST_COMPLETED);
    assertEquals(Set.of(open), waited.done());
    assertEquals(Set.of(other), waited.notDone());
    assertTrue(join(later));
  }

  @Test
  void waitReturnsWithTheFirstFailureAndACancelledOneIsNone() throws Exception {
    var all = List.of(done, cancelled, open);
    var waited = Futures.wait(all, SHORT, ReturnWhen.FIRST_EXCEPTION);
    assertEquals(Set.of(done, cancelled), waited.done());
    assertEquals(Set.of(open), waited.notDone());
    var other = new CompletableFuture<Integer>();
    var later = Thread.ofPlatform().start(() -> open.completeExceptionally(new Exception()));
    waited = Futures.wait(List.of(done, other, open), LIMIT, ReturnWhen.FIRST_EXCEPTION);
    assertEquals(Set.of(done, open), waited.done());
    assertEquals(Set.of(other), waited.notDone());
    assertTrue(join(later));
  }

  @Test
  void waitForTheFirstFailureEndsWhenAllAreDoneWithoutOne() throws Exception {
    var waited = Futures.wait(List.of(done, cancelled), LIMIT, ReturnWhen.FIRST_EXCEPTION);
    assertEquals(Set.of(done, cancelled), waited.done());
    assertEquals(Set.of(), waited.notDone());
  }

  @Test
  void waitForAllIgnoresFailures() throws Exception {
    var waited = Futures.wait(List.of(failed, open), SHORT, ReturnWhen.ALL_COMPLETED);
    assertEquals(Set.of(failed), waited.done());
    assertEquals(Set.of(open), waited.notDone());
    var later = Thread.ofPlatform().start(() -> open.complete(5));
    assertEquals(new HashSet<>(List.of(failed, open)), Futures.wait(List.of(failed, open)).done());
    assertTrue(join(later));
  }

  @Test
  void waitKeepsTheOrderCountsDuplicatesOnceAndTakesNothingToWaitFor() throws Exception {
    var waited = Futures.wait(List.of(failed, done, failed, done), LIMIT, ReturnWhen.ALL_COMPLETED);
    assertEquals(List.of(failed, done), List.copyOf(waited.done()));
    var none = List.<CompletableFuture<Integer>>of();
    for (var when : ReturnWhen.values()) {
      assertEquals(new Futures.Waited<>(Set.of(), Set.of()), Futures.wait(none, LIMIT, when));
    }
  }

  @Test
  void waitWithoutTimeOnlyLooks() throws Exception {
    var waited = Futures.wait(List.of(open, done), Duration.ZERO, ReturnWhen.ALL_COMPLETED);
    assertEquals(Set.of(done), waited.done());
    assertEquals(Set.of(open), waited.notDone());
  }

  @Test
  void waitIsInterruptibleAndRefusesNull() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Futures.wait(List.of(open)));
    var withNull = Arrays.asList(open, null);
    assertThrows(NullPointerException.class, () -> Futures.wait(withNull));
    assertThrows(NullPointerException.class, () -> Futures.asCompleted(withNull));
  }

  @Test
  void bothWorkOnTheFuturesOfRealTasks() throws Exception {
    try (var executor = ProcessExecutor.open(2)) {
      var all = IntStream.range(0, 200).mapToObj(i -> executor.submit(() -> i)).toList();
      var seen = new HashSet<Integer>();
      Futures.asCompleted(all, LIMIT).forEachRemaining(future -> seen.add(future.join()));
      assertEquals(200, seen.size());
      var endless = executor.submit(() -> Tasks.sleepLong(1));
      var failing = executor.submit(() -> Tasks.divideByZero(1));
      var waited = Futures.wait(List.of(endless, failing), LIMIT, ReturnWhen.FIRST_EXCEPTION);
      assertEquals(Set.of(failing), waited.done());
      assertEquals(Set.of(endless), waited.notDone());
      endless.cancel(true);
    }
  }
}
