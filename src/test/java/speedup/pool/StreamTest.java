package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.pool.Inputs.all;
import static speedup.pool.Inputs.upTo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inputs that are pulled as needed, and their results. */
@Timeout(60)
class StreamTest extends WatchedPool {
  @Test
  void resultsComeInTheOrderOfTheInput() throws Exception {
    start(2);
    var expected = upTo(5_000).stream().map(x -> x * 3).toList();
    assertEquals(expected, all(pool.<Integer, Integer>imap(x -> x * 3, upTo(5_000))));
    assertEquals(expected, all(pool.<Integer, Integer>imap(x -> x * 3, upTo(5_000), 7)));
    assertEquals(expected, all(pool.<Integer, Integer>imap(x -> x * 3, upTo(5_000), 7, 20)));
  }

  @Test
  void unorderedResultsAreAllThereOnce() throws Exception {
    start(2);
    for (var results :
        List.of(
            pool.<Integer, Integer>imapUnordered(x -> x, upTo(3_000)),
            pool.<Integer, Integer>imapUnordered(x -> x, upTo(3_000), 7),
            pool.<Integer, Integer>imapUnordered(x -> x, upTo(3_000), 7, 20))) {
      var seen = all(results);
      assertEquals(3_000, seen.size());
      assertEquals(upTo(3_000), List.copyOf(new TreeSet<>(seen)));
    }
  }

  @Test
  void neverPullsMoreThanWasTakenAndFitsTheBuffer() throws Exception {
    start(2);
    for (var chunk : new int[] {1, 3, 10, 50}) {
      for (var ordered : new boolean[] {true, false}) {
        var input = new Inputs.Numbers();
        try (var results =
            ordered
                ? pool.<Integer, Integer>imap(x -> x, () -> input, chunk, 10)
                : pool.<Integer, Integer>imapUnordered(x -> x, () -> input, chunk, 10)) {
          for (var taken = 0; taken < 300; taken++) {
            var pulled = input.pulled.get();
            assertTrue(pulled <= taken + 10, pulled + " pulled, " + taken + " taken");
            results.next();
          }
        }
      }
    }
  }

  @Test
  void anEndlessInputWithAChosenBufferIsNotPulledWithoutEnd() throws Exception {
    start(2);
    var input = new Inputs.Numbers();
    try (var results = pool.<Integer, Integer>imap(x -> x, () -> input)) {
      for (var i = 0; i < 100_000; i++) {
        assertEquals(i, results.next());
      }
      assertTrue(input.pulled.get() <= 100_000 + (1 << 14), input.pulled + " pulled");
    }
  }

  @Test
  void aBufferOfOneStillWorks() throws Exception {
    assertEquals(
        upTo(50), all(pool.<Integer, Integer>imap(x -> x, upTo(50), Integer.MAX_VALUE, 1)));
  }

  @Test
  void aHugeChunkWithoutABufferTakesAllOfAnInputThatEnds() throws Exception {
    start(2);
    assertEquals(upTo(50), all(pool.<Integer, Integer>imap(x -> x, upTo(50), Integer.MAX_VALUE)));
  }

  @Test
  void refusesChunksAndBuffersBelowOne() {
    var items = List.of(1);
    assertThrows(IllegalArgumentException.class, () -> pool.imap(x -> x, items, 0));
    assertThrows(IllegalArgumentException.class, () -> pool.imap(x -> x, items, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> pool.imapUnordered(x -> x, items, -1));
    assertThrows(IllegalArgumentException.class, () -> pool.imapUnordered(x -> x, items, 1, 0));
  }

  @Test
  void anEmptyInputHasNoResults() {
    var results = pool.<Integer, Integer>imap(x -> x, List.of());
    assertFalse(results.hasNext());
    assertThrows(NoSuchElementException.class, results::next);
    assertThrows(NoSuchElementException.class, results::next);
  }

  @Test
  void nullIsAnItemAndAResult() {
    var items = Arrays.asList(1, null, 3);
    assertEquals(items, all(pool.<Integer, Integer>imap(x -> x, items)));
    assertEquals(items, all(pool.<Integer, Integer>imap(x -> x, items, 2)));
    assertEquals(3, all(pool.<Integer, Integer>imapUnordered(_ -> null, items)).size());
  }

  @Test
  void anItemThatFailsThrowsInItsTurnAndTheNextFollows() {
    var results = pool.<Integer, Integer>imap(x -> 6 / x, List.of(1, 0, 2, 0), 2);
    assertEquals(6, results.next());
    assertInstanceOf(
        PoolException.TaskThrew.class, assertThrows(PoolException.class, results::next));
    assertTrue(results.hasNext());
    assertEquals(3, results.next());
    assertThrows(PoolException.TaskThrew.class, results::next);
    assertFalse(results.hasNext());
  }

  @Test
  void whatTheInputThrowsComesOnceAfterTheLastResult() {
    var problem = new IllegalArgumentException("no more");
    var input =
        Stream.of(1, 2, 3)
            .map(x -> {
              if (x == 3) {
                throw problem;
              }
              return x;
            });
    var results = pool.<Integer, Integer>imap(x -> x, input::iterator);
    assertEquals(1, results.next());
    assertEquals(2, results.next());
    assertTrue(results.hasNext());
    assertSame(problem, assertThrows(IllegalArgumentException.class, results::next));
    assertFalse(results.hasNext());
    assertThrows(NoSuchElementException.class, results::next);
  }

  @Test
  void anErrorOfTheInputAndAnInterruptByItselfAreNotTakenForItsEnd() {
    var error = new StackOverflowError();
    var failing = pool.<Integer, Integer>imap(x -> x, () -> throwing(error));
    assertSame(error, assertThrows(StackOverflowError.class, failing::next));
    var interrupting =
        pool.<Integer, Integer>imap(
            x -> x,
            () ->
                Stream.iterate(
                        0,
                        i -> {
                          Thread.currentThread().interrupt();
                          return i + 1;
                        })
                    .iterator());
    assertThrows(IllegalStateException.class, () -> all(interrupting));
  }

  private static Iterator<Integer> throwing(Error error) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw error;
      }

      @Override
      public Integer next() {
        throw error;
      }
    };
  }

  @Test
  void oneItemThatKillsItsWorkerFailsAloneInALongStream() throws Exception {
    start(2);
    var results =
        pool.<Integer, Integer>imap(x -> x == 25 ? Tasks.printAndExit(x) : x, upTo(100), 10);
    var failures = 0;
    var seen = new ArrayList<Integer>();
    while (results.hasNext()) {
      try {
        seen.add(results.next());
      } catch (PoolException.WorkerExited e) {
        failures++;
      }
    }
    assertEquals(1, failures);
    assertEquals(upTo(100).stream().filter(x -> x != 25).toList(), seen);
  }

  @Test
  void itemsThatCannotBeSentFailInTheirPlaces() throws Exception {
    start(1);
    var items = List.of(1, new Object(), new Object(), new Object(), 2);
    for (var chunk : new int[] {1, 2, 5}) {
      var results = pool.<Object, Object>imap(x -> x, items, chunk);
      assertEquals(1, results.next());
      for (var i = 0; i < 3; i++) {
        assertThrows(PoolException.NotTransferable.class, results::next);
      }
      assertEquals(2, results.next());
      assertFalse(results.hasNext());
    }
  }

  @Test
  void aListWhoseItemsCannotBeSentDoesNotHang() throws Exception {
    start(1);
    var items = List.of(1, new Object(), new Object(), new Object(), 2);
    for (var chunk : new int[] {1, 2, 5}) {
      var result = pool.<Object, Object>mapAsync(x -> x, items, chunk);
      assertThrows(PoolException.NotTransferable.class, () -> result.get(LIMIT));
    }
    var chosen = pool.<Object, Object>mapAsync(x -> x, items);
    assertThrows(PoolException.NotTransferable.class, () -> chosen.get(LIMIT));
  }

  @Test
  void manyStreamsAtOnceEachGetTheirOwn() throws Exception {
    start(2);
    var streams = new ArrayList<ResultIterator<Integer>>();
    for (var i = 0; i < 40; i++) {
      var n = i;
      streams.add(pool.<Integer, Integer>imap(x -> x + n, upTo(200), 3, 9));
    }
    for (var i = 0; i < 40; i++) {
      var n = i;
      assertEquals(upTo(200).stream().map(x -> x + n).toList(), all(streams.get(i)));
    }
  }
}
