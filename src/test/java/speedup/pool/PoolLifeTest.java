package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.measure.WorkerEvent;

/** Starting, dying, cancelling and closing, at the same time and in the wrong order. */
@Timeout(60)
class PoolLifeTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ConcurrentLinkedQueue<WorkerEvent> events = new ConcurrentLinkedQueue<>();
  private final Set<Long> children = ConcurrentHashMap.newKeySet();
  private ProcessPool pool = TestPools.open(this::heard);

  private void heard(WorkerEvent event) {
    events.add(event);
    if (event instanceof WorkerEvent.Ready ready) {
      children.add(ready.pid());
    }
  }

  @AfterEach
  void leavesNoProcess() {
    pool.close();
    assertNoneAlive();
  }

  private void assertNoneAlive() {
    for (var pid : children) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "alive: " + pid);
    }
  }

  private static void await(PoolJob job) throws Exception {
    job.done().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static PoolException failureOf(PoolJob job) {
    var thrown = assertThrows(ExecutionException.class, () -> await(job));
    return assertInstanceOf(PoolException.class, thrown.getCause());
  }

  private void start(int workers) throws Exception {
    pool.start(workers).get(30, TimeUnit.SECONDS);
  }

  private static PoolOptions sturdy() {
    var usual = PoolOptions.defaults();
    return new PoolOptions(
        usual.heartbeat(),
        usual.silence(),
        usual.startLimit(),
        usual.stopGrace(),
        10_000,
        usual.crashWindow(),
        usual.admitted());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSilentWorkerIsKilledAndItsChunkTriedAgain() throws Exception {
    var usual = PoolOptions.defaults();
    pool.close();
    pool =
        TestPools.open(
            new PoolOptions(
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                usual.startLimit(),
                usual.stopGrace(),
                usual.crashLimit(),
                usual.crashWindow(),
                usual.admitted()),
            this::heard);
    start(1);
    var pid = pool.pids()[0];
    var done = new AtomicIntegerArray(200);
    var begun = new CountDownLatch(3);
    var job =
        TestPools.<Integer, Integer>run(
            pool,
            200,
            1,
            1,
            Tasks::spinTenMillis,
            (_, chunk, _) -> {
              done.incrementAndGet(chunk);
              begun.countDown();
            });
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    assertEquals(0, new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor());
    await(job);
    for (var i = 0; i < done.length(); i++) {
      assertEquals(1, done.get(i));
    }
    var death = one(WorkerEvent.Died.class);
    assertEquals(pid, death.pid());
    assertTrue(death.why().contains("silent"), death.why());
    assertTrue(death.retried());
  }

  @Test
  void aParentThatIsSlowDoesNotTakeItsWorkersForDead() throws Exception {
    var usual = PoolOptions.defaults();
    pool.close();
    pool =
        TestPools.open(
            new PoolOptions(
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                usual.startLimit(),
                usual.stopGrace(),
                usual.crashLimit(),
                usual.crashWindow(),
                usual.admitted()),
            this::heard);
    start(1);
    var never = new CountDownLatch(1);
    await(
        TestPools.<Integer, Integer>run(
            pool, 1, 1, 0, x -> x, (_, _, _) -> waitInVain(never, Duration.ofSeconds(1))));
    await(
        pool.submit(
            new JobSpec<Integer, Integer>(
                x -> x,
                1,
                x -> {
                  waitInVain(never, Duration.ofSeconds(1));
                  return x;
                },
                _ -> 1,
                1,
                0,
                (_, _, _) -> {})));
    assertTrue(events.stream().noneMatch(WorkerEvent.Died.class::isInstance), events.toString());
  }

  private static void waitInVain(CountDownLatch never, Duration howLong) {
    try {
      assertFalse(never.await(howLong.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closingWhileWorkersStartLeavesNone() {
    for (var i = 0; i < 5; i++) {
      var starting = TestPools.open(this::heard);
      var start = starting.start(3);
      if (i % 2 == 0) {
        starting.close();
      } else {
        starting.terminate();
      }
      assertTrue(start.isDone());
      assertEquals(0, ProcessHandle.current().children().filter(this::isWorker).count());
    }
  }

  private boolean isWorker(ProcessHandle child) {
    return child.info().commandLine().orElse("").contains("WorkerMain");
  }

  @Test
  void closingTwiceAndAtOnceWaitsForTheSameEnd() throws Exception {
    start(2);
    var job = TestPools.<Integer, Integer>run(pool, 9, 2, 0, Tasks::spinForever, (_, _, _) -> {});
    try (var threads = Executors.newFixedThreadPool(3)) {
      var closings = new ArrayList<Future<?>>();
      for (var i = 0; i < 3; i++) {
        closings.add(
            threads.submit(() -> {
              pool.close();
              assertNoneAlive();
            }));
      }
      for (var closing : closings) {
        closing.get(30, TimeUnit.SECONDS);
      }
    }
    assertInstanceOf(PoolException.Closed.class, failureOf(job));
    pool.close();
    job.cancel();
    assertThrows(IllegalStateException.class, () -> pool.<Integer, Integer>apply(x -> x, 1, LIMIT));
  }

  @Test
  void closingOnAnInterruptedThreadLeavesNoProcess() throws Exception {
    start(2);
    TestPools.<Integer, Integer>run(pool, 9, 2, 0, Tasks::spinForever, (_, _, _) -> {});
    var stillInterrupted = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .start(() -> {
          Thread.currentThread().interrupt();
          pool.close();
          stillInterrupted.complete(Thread.interrupted());
        });
    assertTrue(stillInterrupted.get(30, TimeUnit.SECONDS));
    assertNoneAlive();
  }

  @Test
  void everyJobSubmittedWhileThePoolClosesEnds() throws Exception {
    start(1);
    var jobs = new ConcurrentLinkedQueue<PoolJob>();
    var closed = new CountDownLatch(1);
    var submitter =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (true) {
                  jobs.add(TestPools.<Integer, Integer>run(pool, 3, 1, 0, x -> x, (_, _, _) -> {}));
                }
              } catch (IllegalStateException e) {
                closed.countDown();
              } catch (PoolException e) {
                throw new IllegalStateException(e);
              }
            });
    TestPools.awaitTrue(() -> jobs.size() > 50 && jobs.peek().done().isDone());
    pool.close();
    assertTrue(closed.await(30, TimeUnit.SECONDS));
    submitter.join();
    for (var job : jobs) {
      TestPools.awaitTrue(() -> job.done().isDone());
    }
    await(jobs.peek());
  }

  @Test
  void jobsCancelledAtOnceAllEndAndThePoolGoesOn() throws Exception {
    start(2);
    var jobs = new ArrayList<PoolJob>();
    for (var i = 0; i < 12; i++) {
      jobs.add(
          TestPools.<Integer, Integer>run(
              pool, 50, 2, 0, i % 2 == 0 ? Tasks::sleepLong : Tasks::spinForever, (_, _, _) -> {}));
    }
    TestPools.awaitEvent(events, WorkerEvent.ChunkStarted.class);
    try (var threads = Executors.newFixedThreadPool(4)) {
      jobs.forEach(job -> threads.submit(job::cancel));
    }
    for (var job : jobs) {
      assertInstanceOf(PoolException.Cancelled.class, failureOf(job));
    }
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void jobsThatAreCancelledRightAwayNeverRunOn() throws Exception {
    start(2);
    for (var i = 0; i < 300; i++) {
      TestPools.<Integer, Integer>run(pool, 4, 2, 0, Tasks::sleepLong, (_, _, _) -> {}).cancel();
    }
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
    assertTrue(
        events.stream().noneMatch(WorkerEvent.Died.class::isInstance), "a worker had to be killed");
  }

  @Test
  void aTaskThatIgnoresInterruptsIsKilledWithoutHarmToOtherJobs() throws Exception {
    start(1);
    var stubborn =
        TestPools.<Integer, Integer>run(pool, 1, 1, 0, Tasks::swallowInterrupts, (_, _, _) -> {});
    TestPools.awaitEvent(events, WorkerEvent.ChunkStarted.class);
    var other = TestPools.<Integer, Integer>run(pool, 50, 1, 0, x -> x, (_, _, _) -> {});
    stubborn.cancel();
    await(other);
    assertInstanceOf(PoolException.Cancelled.class, failureOf(stubborn));
    TestPools.awaitEvent(events, WorkerEvent.Left.class);
  }

  @Test
  void cancellingAJobThatWaitsDoesNotDisturbTheOneThatRuns() throws Exception {
    start(1);
    await(TestPools.<Integer, Integer>run(pool, 2_000, 1, 0, x -> x, (_, _, _) -> {}));
    var pid = pool.pids()[0];
    var running =
        TestPools.<Integer, Integer>run(pool, 3, 1, 0, Tasks::spinHalfASecond, (_, _, _) -> {});
    var waiting = TestPools.<Integer, Integer>run(pool, 500, 1, 0, x -> x, (_, _, _) -> {});
    waiting.cancel();
    await(running);
    assertEquals(pid, pool.pids()[0]);
  }

  @Test
  void twoJobsAtOnceBothGetTheirOwnResults() throws Exception {
    start(2);
    var wrong = new ConcurrentLinkedQueue<Integer>();
    var tripled =
        TestPools.<Integer, Integer>run(
            pool,
            5_000,
            2,
            0,
            x -> 3 * x,
            (_, chunk, value) -> {
              if (value != 3 * chunk) {
                wrong.add(chunk);
              }
            });
    var negated =
        TestPools.<Integer, Integer>run(
            pool,
            5_000,
            2,
            0,
            x -> -x,
            (_, chunk, value) -> {
              if (value != -chunk) {
                wrong.add(chunk);
              }
            });
    await(tripled);
    await(negated);
    assertTrue(wrong.isEmpty(), wrong.toString());
  }

  @Test
  void startWaitsForAWorkerThatIsBeingReplaced() throws Exception {
    start(2);
    for (var i = 0; i < 3; i++) {
      var before = pool.pids()[1];
      events.clear();
      pool.kill(1);
      TestPools.awaitEvent(events, WorkerEvent.Died.class);
      start(2);
      assertEquals(2, pool.ready());
      assertTrue(pool.pids()[1] != before);
    }
  }

  @Test
  void killsOnRequestAreNoCrashLoop() throws Exception {
    start(1);
    for (var i = 0; i < 8; i++) {
      start(1);
      var pid = pool.pids()[0];
      pool.kill(0);
      TestPools.awaitTrue(() -> pool.pids()[0] > 0 && pool.pids()[0] != pid);
    }
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void aBrokenPlaceIsFilledAgain() throws Exception {
    var crashing =
        TestPools.<Integer, Integer>run(pool, 9, 1, 1_000, Tasks::printAndExit, (_, _, _) -> {});
    assertInstanceOf(PoolException.NoWorkers.class, failureOf(crashing));
    start(1);
    assertEquals(4, pool.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
  }

  @Test
  void everyChunkArrivesOnceThroughAStormOfKills() throws Exception {
    weatherStorm(4_000);
  }

  @Test
  @Tag("stress")
  @Timeout(300)
  void everyChunkArrivesOnceThroughALongStormOfKills() throws Exception {
    weatherStorm(60_000);
  }

  private void weatherStorm(int chunks) throws Exception {
    pool.close();
    pool = TestPools.open(sturdy(), this::heard);
    start(2);
    var seen = new AtomicIntegerArray(chunks);
    var job =
        TestPools.<Integer, Integer>run(
            pool,
            chunks,
            2,
            1_000,
            Tasks::spinOneMilli,
            (_, chunk, _) -> seen.incrementAndGet(chunk));
    var random = new Random(7);
    while (!job.done().isDone()) {
      var worker = random.nextInt(2);
      if (random.nextBoolean()) {
        pool.kill(worker);
      } else {
        var pid = pool.pids()[worker];
        if (pid > 0 && pool.ready() == 2) {
          ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
      }
      try {
        job.done().get(random.nextInt(500), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      }
    }
    job.done().get(1, TimeUnit.MINUTES);
    for (var i = 0; i < chunks; i++) {
      assertEquals(1, seen.get(i), "chunk " + i);
    }
    assertTrue(events.stream().filter(WorkerEvent.Died.class::isInstance).count() > 3);
  }

  @Test
  void moreWorkersThanCoresShareAJob() throws Exception {
    start(8);
    assertEquals(8, pool.ready());
    var seen = new AtomicIntegerArray(400);
    await(
        TestPools.<Integer, Integer>run(
            pool, 400, 8, 0, Tasks::spinOneMilli, (_, chunk, _) -> seen.incrementAndGet(chunk)));
    for (var i = 0; i < seen.length(); i++) {
      assertEquals(1, seen.get(i));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void poolsLeaveNoThreadAndNoOpenFile() throws Exception {
    useOnce();
    TestPools.awaitTrue(() -> poolThreads().isEmpty());
    var files = openFiles();
    for (var i = 0; i < 8; i++) {
      useOnce();
    }
    TestPools.awaitTrue(() -> poolThreads().isEmpty());
    TestPools.awaitTrue(() -> openFiles() <= files + 2);
    assertTrue(poolThreads().isEmpty());
  }

  private void useOnce() throws Exception {
    pool.close();
    try (var once = TestPools.open(this::heard)) {
      assertEquals(4, once.<Integer, Integer>apply(x -> x + 1, 3, LIMIT));
    }
  }

  private static Set<String> poolThreads() {
    var names = new HashSet<String>();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("worker ") || thread.getName().startsWith("pool ")) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static int openFiles() {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private <E> E one(Class<E> type) {
    var found = List.copyOf(events).stream().filter(type::isInstance).map(type::cast).toList();
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
