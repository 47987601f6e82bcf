package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.pool.task.Args;

/** Lists and single calls: results, order, failures, and what is refused. */
@Timeout(60)
class MapTest {
  private static ProcessPool pool;

  @BeforeAll
  static void open() {
    pool = ProcessPool.open(2);
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static Integer square(Integer x) {
    return x * x;
  }

  private static int oddOnly(int x) {
    if (x % 2 == 0) {
      throw new IllegalArgumentException("even: " + x);
    }
    return x;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100, 1000, Integer.MAX_VALUE})
  void mapsInOrderWithChunksOfAnySize(int chunk) throws Exception {
    var items = numbers(100);
    var squares = items.stream().map(MapTest::square).toList();
    assertEquals(squares, pool.map(MapTest::square, items, chunk));
    assertEquals(squares, pool.mapAsync(MapTest::square, items, chunk).get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 5_000})
  void mapsInOrderWithChosenChunks(int count) throws Exception {
    var items = numbers(count);
    assertEquals(items.stream().map(MapTest::square).toList(), pool.map(MapTest::square, items));
  }

  @Test
  void mapsNothingToNothing() throws Exception {
    assertEquals(List.of(), pool.map(MapTest::square, List.of()));
    assertEquals(List.of(), pool.map(MapTest::square, List.of(), 5));
    assertTrue(pool.mapAsync(MapTest::square, List.<Integer>of()).successful());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void carriesNullThereAndBack(int chunk) throws Exception {
    var items = Arrays.asList(1, null, 3, null);
    assertEquals(
        Arrays.asList(null, 0, null, 0), pool.map(x -> x == null ? 0 : null, items, chunk));
    assertNull(pool.apply(x -> x, null));
  }

  @Test
  void spreadsSeveralArguments() throws Exception {
    assertEquals(
        List.of(12, 30),
        pool.starmap((Integer a, Integer b) -> a * b, List.of(Args.of(3, 4), Args.of(5, 6))));
    assertEquals(
        List.of("a1true"),
        pool.starmap(
            (String a, Integer b, Boolean c) -> a + b + c, List.of(Args.of("a", 1, true))));
    assertEquals(
        List.of(7),
        pool.starmapAsync((Integer a, Integer b) -> a + b, List.of(Args.of(3, 4))).get());
    assertEquals(
        List.of(6),
        pool.starmapAsync((Integer a, Integer b, Integer c) -> a + b + c, List.of(Args.of(1, 2, 3)))
            .get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 100})
  void tellsOfTheFirstFailureWithTheOthersBesideIt(int chunk) {
    var failure =
        assertThrows(
            PoolException.TaskThrew.class, () -> pool.map(MapTest::oddOnly, numbers(30), chunk));
    assertTrue(failure.getMessage().contains("even: 0"), failure.getMessage());
    assertEquals("MapTest::oddOnly", failure.circumstances().task());
    assertEquals("0", failure.circumstances().argument());
    assertEquals(IllegalArgumentException.class.getName(), failure.type());
    assertEquals(
        IntStream.range(1, 10).mapToObj(i -> "even: " + 2 * i).toList(),
        Arrays.stream(failure.getSuppressed())
            .map(other -> other.getMessage().replaceFirst(".*(even: \\d+).*", "$1"))
            .toList());
  }

  @Test
  void tellsWhenAResultIsThere() throws Exception {
    var running = pool.applyAsync(Tasks::sleepLong, 1);
    assertFalse(running.ready());
    assertThrows(IllegalStateException.class, running::successful);
    assertThrows(TimeoutException.class, () -> running.get(Duration.ofMillis(20)));
    assertFalse(running.await(Duration.ofMillis(20)));
    assertTrue(running.cancel());
    assertTrue(running.ready());
    assertFalse(running.successful());
    assertFalse(running.cancel());
    assertThrows(PoolException.Cancelled.class, running::get);

    var quick = pool.applyAsync(MapTest::square, 5);
    assertTrue(quick.await(ChronoUnit.FOREVER.getDuration()));
    assertTrue(quick.successful());
    assertEquals(25, quick.get(Duration.ZERO));
    assertEquals(25, quick.toFuture().get());

    var wrong = pool.applyAsync(Tasks::divideByZero, 1);
    assertTrue(wrong.await(Duration.ofSeconds(30)));
    assertFalse(wrong.successful());
  }

  @Test
  void aCallWithATimeIsStoppedAfterIt() throws Exception {
    assertThrows(
        TimeoutException.class, () -> pool.apply(Tasks::sleepLong, 1, Duration.ofMillis(50)));
    assertEquals(9, pool.apply(MapTest::square, 3, ChronoUnit.FOREVER.getDuration()));
  }

  @Test
  void anInterruptedCallStopsItsTask() throws Exception {
    var thrown = new CompletableFuture<Throwable>();
    var caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                pool.apply(Tasks::sleepLong, 1);
              } catch (InterruptedException | RuntimeException e) {
                thrown.complete(e);
              }
            });
    caller.interrupt();
    assertInstanceOf(InterruptedException.class, thrown.get(30, TimeUnit.SECONDS));
    assertEquals(List.of(1, 4), pool.map(MapTest::square, List.of(1, 2)));
  }

  @Test
  void callsBackWithResultsAndFailures() throws Exception {
    var told = new CompletableFuture<Object>();
    var result = pool.applyAsync(MapTest::square, 4, told::complete, told::complete);
    assertEquals(16, told.get(30, TimeUnit.SECONDS));
    assertEquals(16, result.get());

    var toldOfList = new CompletableFuture<Object>();
    pool.mapAsync(MapTest::square, List.of(1, 2), toldOfList::complete, toldOfList::complete);
    assertEquals(List.of(1, 4), toldOfList.get(30, TimeUnit.SECONDS));

    var toldOfFailure = new CompletableFuture<Object>();
    var failing =
        pool.applyAsync(Tasks::divideByZero, 1, toldOfFailure::complete, toldOfFailure::complete);
    var failure = toldOfFailure.get(30, TimeUnit.SECONDS);
    assertInstanceOf(PoolException.TaskThrew.class, failure);
    assertSame(failure, assertThrows(PoolException.class, failing::get));

    var toldOfEnd = new CompletableFuture<Object>();
    var cancelled = pool.applyAsync(Tasks::sleepLong, 1, toldOfEnd::complete, toldOfEnd::complete);
    assertTrue(cancelled.cancel());
    assertInstanceOf(PoolException.Cancelled.class, toldOfEnd.get(30, TimeUnit.SECONDS));
  }

  @Test
  void refusesSizesBelowOne() {
    var items = List.of(1, 2);
    for (var bad : new int[] {0, -1, Integer.MIN_VALUE}) {
      for (Executable call :
          List.<Executable>of(
              () -> pool.map(MapTest::square, items, bad),
              () -> pool.mapAsync(MapTest::square, items, bad),
              () -> pool.imap(MapTest::square, items, bad),
              () -> pool.imap(MapTest::square, items, 1, bad),
              () -> pool.imapUnordered(MapTest::square, items, bad),
              () -> pool.imapUnordered(MapTest::square, items, 1, bad),
              () -> pool.resize(bad),
              () -> ProcessPool.open(bad),
              () -> ProcessPool.builder().maxTasksPerWorker(bad),
              () -> ProcessPool.builder().crashLimit(bad, Duration.ofSeconds(1)),
              () -> ProcessPool.builder().retries(Math.min(bad, -1)),
              () -> ProcessPool.builder().memoryLimit(bad),
              () -> ProcessPool.builder().taskTimeout(Duration.ofMillis(bad)),
              () -> ProcessPool.builder().heartbeat(Duration.ofMillis(bad), Duration.ofDays(1)))) {
        assertThrows(IllegalArgumentException.class, call);
      }
    }
  }

  @Test
  void refusesWhatCannotCrossBeforeAnyProcessIsTouched() {
    try (var untouched =
        new ProcessPool(
            _ -> {
              throw new AssertionError("a process was started");
            },
            PoolOptions.defaults(),
            null)) {
      var lock = new Object();
      for (Executable call :
          List.<Executable>of(
              () -> untouched.apply(x -> x + lock.hashCode(), 1),
              () -> untouched.apply(x -> x, lock),
              () -> untouched.map(x -> x, List.of(lock)),
              () -> untouched.imap(x -> x + lock.hashCode(), List.of(1)))) {
        assertThrows(PoolException.NotTransferable.class, call);
      }
    }
  }

  @Test
  void takesNothingAfterItWasClosed() {
    var closed = ProcessPool.open(1);
    assertThrows(IllegalStateException.class, () -> closed.join(Duration.ofSeconds(1)));
    closed.close();
    for (Executable call :
        List.<Executable>of(
            () -> closed.apply(MapTest::square, 1),
            () -> closed.apply(MapTest::square, 1, Duration.ofSeconds(1)),
            () -> closed.applyAsync(MapTest::square, 1),
            () -> closed.map(MapTest::square, List.of(1)),
            () -> closed.map(MapTest::square, List.<Integer>of()),
            () -> closed.mapAsync(MapTest::square, List.of(1)),
            () -> closed.starmap((Integer a, Integer b) -> a, List.of(Args.of(1, 2))),
            () -> closed.imap(MapTest::square, List.of(1)),
            () -> closed.imapUnordered(MapTest::square, List.of(1)),
            () -> closed.resize(2),
            () -> closed.start(2))) {
      assertThrows(IllegalStateException.class, call);
    }
  }

  @Test
  void itemsThatCannotBeSentFailAndTheOthersAreDone() {
    var items = new ArrayList<Object>(numbers(200));
    for (var i = 10; i < items.size(); i += 20) {
      items.set(i, new Object());
    }
    for (var chunk : new int[] {1, 7, 200}) {
      var failure =
          assertThrows(
              PoolException.NotTransferable.class, () -> pool.map(x -> "" + x, items, chunk));
      assertEquals(Failures.MAX_SUPPRESSED, failure.getSuppressed().length);
    }
  }

  private static int interruptedAtThree(int x) throws InterruptedException {
    if (x == 3) {
      throw new InterruptedException("three");
    }
    return x;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void anItemThatThrowsAnInterruptLeavesItsNeighboursAlone(int chunk) {
    var results = pool.imap(MapTest::interruptedAtThree, numbers(20), chunk);
    var done = new ArrayList<Integer>();
    var failed = new ArrayList<String>();
    while (results.hasNext()) {
      try {
        done.add(results.next());
      } catch (PoolException.TaskThrew e) {
        failed.add(e.getMessage());
      }
    }
    assertEquals(IntStream.range(0, 20).filter(x -> x != 3).boxed().toList(), done);
    assertEquals(1, failed.size());
    assertTrue(failed.getFirst().contains("three"), failed.getFirst());
  }

  @Test
  void aFloodOfSingleCallsIsAnswered() throws Exception {
    var answers = numbers(20_000).stream().map(x -> pool.applyAsync(MapTest::square, x)).toList();
    for (var i = 0; i < answers.size(); i++) {
      assertEquals(i * i, answers.get(i).get());
    }
  }
}
