package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.pool.Inputs.all;
import static speedup.pool.Inputs.upTo;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;

/** Streams that end before their input does, or wait for it. */
@Timeout(60)
class StreamEndTest extends WatchedPool {
  private void assertWorks() throws Exception {
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void closingEndsTheJobAndThereAreNoMoreResults() throws Exception {
    start(1);
    var results = pool.<Integer, Integer>imap(x -> x, Inputs.Numbers::new);
    assertEquals(0, results.next());
    results.close();
    results.close();
    assertFalse(results.hasNext());
    assertThrows(NoSuchElementException.class, results::next);
    assertWorks();
  }

  @Test
  void closingStopsARunningItem() throws Exception {
    start(1);
    var results = pool.<Integer, Integer>imap(Tasks::spinForever, Inputs.Numbers::new);
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    results.close();
    assertFalse(results.hasNext());
    assertWorks();
  }

  @Test
  void closingFreesAThreadThatWaitsForTheInput() throws Exception {
    var input = new Inputs.Blocked(1);
    try (var results = pool.<Integer, Integer>imap(x -> x, () -> input)) {
      assertEquals(1, results.next());
      assertTrue(input.waiting.await(30, TimeUnit.SECONDS));
      assertThrows(TimeoutException.class, () -> results.next(Duration.ofMillis(1)));
    }
    assertTrue(input.interrupted.await(30, TimeUnit.SECONDS));
    assertWorks();
  }

  @Test
  void aPoolThatClosesDoesNotWaitForABlockedInput() throws Exception {
    start(1);
    var input = new Inputs.Blocked(1, 2, 3);
    var results = pool.<Integer, Integer>imap(x -> x, () -> input, 2);
    assertTrue(input.waiting.await(30, TimeUnit.SECONDS));
    pool.close();
    assertEquals(1, results.next());
    assertEquals(2, results.next());
    assertEquals(3, results.next());
    assertThrows(PoolException.Closed.class, results::next);
    assertFalse(results.hasNext());
    assertNoneAlive();
  }

  @Test
  void aPoolThatIsTerminatedFailsTheIteratorAndFreesItsInput() throws Exception {
    start(1);
    var input = new Inputs.Blocked(1);
    var results = pool.<Integer, Integer>imap(x -> x, () -> input);
    assertEquals(1, results.next());
    assertTrue(input.waiting.await(30, TimeUnit.SECONDS));
    pool.terminate();
    assertTrue(results.hasNext());
    assertThrows(PoolException.Closed.class, results::next);
    assertFalse(results.hasNext());
    assertTrue(input.interrupted.await(30, TimeUnit.SECONDS));
  }

  @Test
  void aClosedPoolTakesNoStream() {
    pool.close();
    assertThrows(IllegalStateException.class, () -> pool.imap(x -> x, List.of(1)));
  }

  @Test
  void anInterruptedReaderIsToldAndItsJobEnds() throws Exception {
    var input = new Inputs.Blocked();
    var results = pool.<Integer, Integer>imap(x -> x, () -> input);
    Thread.currentThread().interrupt();
    assertTrue(results.hasNext());
    assertThrows(PoolException.Cancelled.class, results::next);
    assertTrue(Thread.interrupted());
    assertFalse(results.hasNext());
    assertWorks();
  }

  @Test
  void theWaitForOneResultCanEndAndBeginAgain() throws Exception {
    start(1);
    var input = new LinkedBlockingQueue<Integer>();
    var results =
        pool.<Integer, Integer>imap(
            x -> x + 1,
            () -> Stream.generate(() -> takeFrom(input)).takeWhile(x -> x >= 0).iterator());
    assertThrows(TimeoutException.class, () -> results.next(Duration.ofMillis(1)));
    assertThrows(TimeoutException.class, () -> results.next(Duration.ZERO));
    input.add(1);
    assertEquals(2, results.next(LIMIT));
    input.add(-1);
    assertFalse(results.hasNext());
  }

  private static int takeFrom(LinkedBlockingQueue<Integer> input) {
    try {
      return input.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void streamsThatAreClosedAtAnyMomentLeaveThePoolSound() throws Exception {
    start(2);
    for (var i = 0; i < 200; i++) {
      try (var results = pool.<Integer, Integer>imap(x -> x, Inputs.Numbers::new, 1 + i % 3, 5)) {
        for (var n = 0; n < i % 7; n++) {
          assertEquals(n, results.next());
        }
      }
    }
    assertWorks();
  }

  @Test
  void mapOfAnExecutorCountsItsTimeFromTheCall() throws Exception {
    start(1);
    try (var executor = pool.executor()) {
      var input = new Inputs.Blocked(1);
      var results = executor.map((Integer x) -> x, () -> input, LIMIT, 1, 4);
      assertEquals(1, results.next());
      results.close();
      var late = executor.map(Tasks::spinForever, List.of(1, 2), Duration.ofMillis(5));
      assertTrue(late.hasNext());
      var timedOut = assertThrows(PoolException.TimedOut.class, late::next);
      assertEquals(Duration.ofMillis(5), timedOut.limit());
      assertFalse(late.hasNext());
      assertEquals(upTo(100), all(executor.map((Integer x) -> x, upTo(100), LIMIT, 50, 10)));
      assertEquals(upTo(100), all(executor.map((Integer x) -> x, upTo(100), 8)));
      assertThrows(NullPointerException.class, () -> executor.map(x -> x, List.of(1), null));
      assertThrows(
          IllegalArgumentException.class, () -> executor.map(x -> x, List.of(1), LIMIT, 1, 0));
    }
    assertNull(pool.<Integer, Integer>apply(_ -> null, 3, LIMIT));
  }
}
