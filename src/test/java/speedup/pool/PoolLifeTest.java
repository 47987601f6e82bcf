package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.measure.PoolEvent;

/** Starting, dying and being replaced while jobs run. */
@Timeout(60)
class PoolLifeTest extends WatchedPool {
  private static PoolBuilder settings() {
    return ProcessPool.builder().admit("speedup.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSilentWorkerIsKilledAndItsChunkTriedAgain() throws Exception {
    pool.close();
    pool =
        TestPools.open(
            settings().heartbeat(Duration.ofMillis(50), Duration.ofSeconds(1)).options(),
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
    var death = one(PoolEvent.Died.class);
    assertEquals(pid, death.pid());
    assertTrue(death.why().contains("silent"), death.why());
    assertTrue(death.retried());
  }

  @Test
  void aParentThatIsSlowDoesNotTakeItsWorkersForDead() throws Exception {
    pool.close();
    pool =
        TestPools.open(
            settings().heartbeat(Duration.ofMillis(50), Duration.ofMillis(200)).options(),
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
    assertTrue(events.stream().noneMatch(PoolEvent.Died.class::isInstance), events.toString());
  }

  private static void waitInVain(CountDownLatch never, Duration howLong) {
    try {
      assertFalse(never.await(howLong.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
      TestPools.awaitEvent(events, PoolEvent.Died.class);
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
    pool =
        TestPools.open(
            settings().crashLimit(10_000, Duration.ofSeconds(10)).options(), this::heard);
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
    assertTrue(events.stream().filter(PoolEvent.Died.class::isInstance).count() > 3);
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

  private <E> E one(Class<E> type) {
    var found = List.copyOf(events).stream().filter(type::isInstance).map(type::cast).toList();
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
