package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.measure.PoolEvent;

/** Real worker processes throughout. */
@Timeout(60)
class ProcessPoolTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ConcurrentLinkedQueue<PoolEvent> events = new ConcurrentLinkedQueue<>();
  private ProcessPool pool;

  @BeforeEach
  void open() {
    pool = TestPools.open(events::add);
  }

  @AfterEach
  void leavesNoProcess() {
    var pids = pool.pids();
    pool.close();
    for (var pid : pids) {
      assertTrue(
          ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), "still alive: " + pid);
    }
  }

  private static void await(PoolJob job) throws Exception {
    job.done().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static PoolException failureOf(PoolJob job) {
    var thrown = assertThrows(ExecutionException.class, () -> await(job));
    return assertInstanceOf(PoolException.class, thrown.getCause());
  }

  @Test
  void deliversEveryResultExactlyOnce() throws Exception {
    var seen = new AtomicIntegerArray(20_000);
    var wrong = new ConcurrentLinkedQueue<String>();
    await(
        TestPools.<Integer, Integer>run(
            pool,
            20_000,
            2,
            0,
            x -> x * 3,
            (_, chunk, value) -> {
              seen.incrementAndGet(chunk);
              if (value != chunk * 3) {
                wrong.add(chunk + " gave " + value);
              }
            }));
    assertTrue(wrong.isEmpty(), wrong.toString());
    for (var i = 0; i < seen.length(); i++) {
      assertEquals(1, seen.get(i));
    }
    assertEquals(20_000, count(PoolEvent.ChunkFinished.class, _ -> true));
  }

  @Test
  void appliesOneTask() throws Exception {
    assertEquals(27, pool.<Integer, Integer>apply(x -> x * x * x, 3, LIMIT));
    assertArrayEquals(
        new long[] {2, 4}, pool.<long[], long[]>apply(Tasks::doubled, new long[] {1, 2}, LIMIT));
  }

  @Test
  void usesOnlyTheWorkersOfTheJob() throws Exception {
    pool.start(2).get(30, TimeUnit.SECONDS);
    var workers = new ConcurrentLinkedQueue<Integer>();
    await(
        TestPools.<Integer, Integer>run(
            pool, 100, 1, 0, x -> x, (worker, _, _) -> workers.add(worker)));
    assertTrue(workers.stream().allMatch(worker -> worker == 0));
    assertEquals(2, pool.ready());
  }

  @Test
  void keepsItsProcessesBetweenJobs() throws Exception {
    pool.start(2).get(30, TimeUnit.SECONDS);
    var before = pool.pids();
    for (var i = 0; i < 5; i++) {
      await(TestPools.<Integer, Integer>run(pool, 10, 2, 0, x -> x, (_, _, _) -> {}));
    }
    assertArrayEquals(before, pool.pids());
  }

  @Test
  void namesWhatTheTaskThrew() {
    var failure =
        assertThrows(
            PoolException.TaskThrew.class,
            () -> pool.<Integer, Integer>apply(Tasks::divideByZero, 1, LIMIT));
    assertTrue(failure.getMessage().contains("ArithmeticException"), failure.getMessage());
    var thrown = assertInstanceOf(ArithmeticException.class, failure.getCause());
    assertEquals("divideByZero", thrown.getStackTrace()[0].getMethodName());
    assertEquals("Tasks::divideByZero", failure.circumstances().task());
  }

  @Test
  void goesOnAfterATaskThrew() throws Exception {
    assertThrows(
        PoolException.TaskThrew.class,
        () -> pool.<Integer, Integer>apply(Tasks::divideByZero, 1, LIMIT));
    assertEquals(9, pool.<Integer, Integer>apply(x -> x * x, 3, LIMIT));
    assertEquals(0, count(PoolEvent.Died.class, _ -> true));
  }

  @Test
  void retriesTheChunkOfAKilledWorkerAndReplacesIt() throws Exception {
    pool.start(2).get(30, TimeUnit.SECONDS);
    var first = pool.pids()[0];
    var done = new AtomicIntegerArray(40);
    var started = new CountDownLatch(4);
    var job =
        TestPools.<Integer, Integer>run(
            pool,
            40,
            2,
            1,
            Tasks::spinTenMillis,
            (_, chunk, _) -> {
              done.incrementAndGet(chunk);
              started.countDown();
            });
    assertTrue(started.await(30, TimeUnit.SECONDS));
    pool.kill(0);
    await(job);
    for (var i = 0; i < 40; i++) {
      assertEquals(1, done.get(i), "chunk " + i);
    }
    var death = one(PoolEvent.Died.class);
    assertEquals(first, death.pid());
    assertEquals("killed on request", death.why());
    pool.start(2).get(30, TimeUnit.SECONDS);
    TestPools.awaitReady(pool, 2);
    assertTrue(pool.pids()[0] != first);
  }

  @Test
  void saysHowAWorkerEndedAndItsLastWords() throws Exception {
    var job = TestPools.<Integer, Integer>run(pool, 1, 1, 0, Tasks::printAndExit, (_, _, _) -> {});
    var failure = assertInstanceOf(PoolException.WorkerExited.class, failureOf(job));
    assertEquals(42, failure.code());
    assertFalse(failure.halted());
    assertEquals(List.of("farewell"), failure.circumstances().lastWords());
    assertTrue(failure.getMessage().contains("System.exit(42)"), failure.getMessage());
  }

  @Test
  void cancelsARunningTaskAndStaysUsable() throws Exception {
    pool.start(1).get(30, TimeUnit.SECONDS);
    var job = TestPools.<Integer, Integer>run(pool, 5, 1, 0, Tasks::spinForever, (_, _, _) -> {});
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    job.cancel();
    assertInstanceOf(PoolException.Cancelled.class, failureOf(job));
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void refusesAnArgumentThatCannotCrossAndNamesTheField() throws Exception {
    var job =
        pool.submit(
            new JobSpec<Tasks.Holder, Integer>(
                _ -> 1, 3, _ -> new Tasks.Holder(1, new Object()), _ -> 1, 1, 0, (_, _, _) -> {}));
    var failure = assertInstanceOf(PoolException.NotTransferable.class, failureOf(job));
    assertTrue(failure.getMessage().contains("Holder.what"), failure.getMessage());
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void reportsAResultThatCannotCross() throws Exception {
    var job = TestPools.<Integer, Object>run(pool, 1, 1, 0, _ -> new Object(), (_, _, _) -> {});
    assertInstanceOf(PoolException.NotTransferable.class, failureOf(job));
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void stopsStartingAfterACrashLoopAndSaysWhy() throws Exception {
    var job =
        TestPools.<Integer, Integer>run(pool, 100, 1, 1_000, Tasks::printAndExit, (_, _, _) -> {});
    var failure = assertInstanceOf(PoolException.CrashLoop.class, failureOf(job));
    assertEquals(10, failure.deaths());
    assertTrue(failure.getMessage().contains("farewell"), failure.getMessage());
  }

  @Test
  void saysWhyAJvmDoesNotStart() throws Exception {
    try (var broken = TestPools.open(List.of("-XX:NoSuchFlag"), events::add)) {
      var start = broken.start(1);
      var thrown = assertThrows(ExecutionException.class, () -> start.get(30, TimeUnit.SECONDS));
      assertTrue(thrown.getCause().getMessage().contains("NoSuchFlag"), thrown.toString());
    }
  }

  @Test
  void capturesWhatATaskPrintsLineByLine() throws Exception {
    pool.<Integer, Integer>apply(Tasks::printTwoLines, 1, LIMIT);
    var lines =
        events.stream()
            .filter(PoolEvent.Output.class::isInstance)
            .map(event -> ((PoolEvent.Output) event).line())
            .toList();
    assertEquals(List.of("one", "two"), lines);
  }

  @Test
  void sendsHeartbeatsOnRequest() throws Exception {
    pool.start(2).get(30, TimeUnit.SECONDS);
    events.clear();
    pool.probe().get(10, TimeUnit.SECONDS);
    assertTrue(count(PoolEvent.Heartbeat.class, e -> ((PoolEvent.Heartbeat) e).worker() == 0) > 0);
    assertTrue(count(PoolEvent.Heartbeat.class, e -> ((PoolEvent.Heartbeat) e).worker() == 1) > 0);
  }

  @Test
  void timesOfWorkersLieOnTheParentsClock() throws Exception {
    pool.start(1).get(30, TimeUnit.SECONDS);
    var before = System.nanoTime();
    pool.<Integer, Integer>apply(Tasks::spinTenMillis, 1, LIMIT);
    var after = System.nanoTime();
    var finished = one(PoolEvent.ChunkFinished.class);
    var tolerance = 1_000_000;
    assertTrue(finished.started() >= before - tolerance);
    assertTrue(finished.at() <= after + tolerance);
    assertTrue(finished.computeNanos() >= 10_000_000);
  }

  @Test
  void failsOpenJobsAndRefusesNewOnesAfterTermination() throws Exception {
    var job = TestPools.<Integer, Integer>run(pool, 5, 1, 0, Tasks::spinForever, (_, _, _) -> {});
    TestPools.awaitEvent(events, PoolEvent.ChunkStarted.class);
    pool.terminate();
    assertInstanceOf(PoolException.Closed.class, failureOf(job));
    assertThrows(IllegalStateException.class, () -> pool.start(1));
  }

  private long count(Class<?> type, Predicate<PoolEvent> test) {
    return events.stream().filter(event -> type.isInstance(event) && test.test(event)).count();
  }

  private <E> E one(Class<E> type) {
    var found = events.stream().filter(type::isInstance).map(type::cast).toList();
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
