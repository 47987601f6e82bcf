package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.measure.PoolEvent;

/** Workers die at random, in every way, under every kind of call: each item is done once. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ChaosTest {
  private static final long SEED = 11;
  private static final int WORKERS = 3;

  private final Set<Long> pids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger deaths = new AtomicInteger();
  private final AtomicLong accounted = new AtomicLong();
  private ProcessPool pool;
  private long end;

  private void heard(PoolEvent event) {
    switch (event) {
      case PoolEvent.Ready ready -> pids.add(ready.pid());
      case PoolEvent.Died _ -> deaths.incrementAndGet();
      default -> {}
    }
  }

  @Test
  @Timeout(60)
  void everyItemIsDoneOnceWhileWorkersDie() throws Exception {
    survive(Duration.ofSeconds(4));
  }

  @Test
  @Tag("stress")
  @Timeout(200)
  void everyItemIsDoneOnceWhileWorkersDieForAMinute() throws Exception {
    survive(Duration.ofSeconds(60));
  }

  private void survive(Duration howLong) throws Exception {
    pool =
        ProcessPool.builder()
            .workers(WORKERS)
            .retries(10_000)
            .crashLimit(100_000, Duration.ofSeconds(1))
            .heartbeat(Duration.ofMillis(50), Duration.ofMillis(500))
            .jvmFlags("-Xmx64m")
            .listener(this::heard)
            .open();
    end = System.nanoTime() + howLong.toNanos();
    var callers = new ArrayList<Future<Void>>();
    try (var threads = Executors.newCachedThreadPool()) {
      for (var call : List.<Callable<Void>>of(this::map, this::stream, this::apply, this::async)) {
        callers.add(
            threads.submit(() -> {
              while (System.nanoTime() < end) {
                call.call();
              }
              return null;
            }));
      }
      threads.submit(this::killAtRandom).get();
      for (var caller : callers) {
        caller.get();
      }
      assertEquals(List.of(1, 4, 9), pool.map(ChaosTest::square, List.of(1, 2, 3)));
    } finally {
      pool.close();
    }
    assertTrue(accounted.get() > 0);
    assertTrue(deaths.get() > 3, deaths + " deaths");
    for (var pid : pids) {
      assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), "alive: " + pid);
    }
    TestPools.awaitTrue(ChaosTest::noThreadIsLeft);
  }

  private static boolean noThreadIsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .noneMatch(name -> name.startsWith("worker ") || name.startsWith("pool "));
  }

  /** What runs in the workers. */
  private static int square(int x) {
    var random = ThreadLocalRandom.current();
    if (random.nextInt(20_000) == 0) {
      Runtime.getRuntime().halt(random.nextInt(100));
    }
    if (random.nextInt(20_000) == 0) {
      System.exit(random.nextInt(100));
    }
    return random.nextInt(50) == 0 ? Tasks.spinOneMilli(x) * x : x * x;
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private void assertSquares(List<Integer> results) {
    assertEquals(numbers(results.size()).stream().map(x -> x * x).toList(), results);
    accounted.addAndGet(results.size());
  }

  private Void map() throws InterruptedException {
    var random = ThreadLocalRandom.current();
    var count = random.nextInt(3_000);
    var results =
        random.nextBoolean()
            ? pool.map(ChaosTest::square, numbers(count))
            : pool.map(ChaosTest::square, numbers(count), 1 + random.nextInt(20));
    assertEquals(count, results.size());
    assertSquares(results);
    return null;
  }

  private Void stream() {
    var random = ThreadLocalRandom.current();
    var items = numbers(random.nextInt(1_000));
    var results = new ArrayList<Integer>();
    if (random.nextBoolean()) {
      pool.imap(ChaosTest::square, items, 1 + random.nextInt(9)).forEachRemaining(results::add);
    } else {
      pool.imapUnordered(ChaosTest::square, items).forEachRemaining(results::add);
      results.sort(Integer::compare);
    }
    assertEquals(items.size(), results.size());
    assertSquares(results);
    return null;
  }

  private Void apply() throws InterruptedException {
    assertEquals(49, pool.apply(ChaosTest::square, 7));
    accounted.incrementAndGet();
    return null;
  }

  private Void async() throws InterruptedException {
    var all = numbers(100).stream().map(x -> pool.applyAsync(ChaosTest::square, x)).toList();
    var results = new ArrayList<Integer>();
    for (var one : all) {
      results.add(one.get());
    }
    assertSquares(results);
    return null;
  }

  private Void killAtRandom() throws IOException, InterruptedException {
    var random = new Random(SEED);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300)));
      var worker = random.nextInt(WORKERS);
      switch (random.nextInt(6)) {
        case 0 -> pool.kill(worker);
        case 1 -> pool.terminate(worker);
        case 2 -> signal(worker, "-KILL");
        case 3 -> signal(worker, "-STOP");
        case 4 -> signal(worker, "-TERM");
        default -> pool.resize(1 + random.nextInt(WORKERS));
      }
    }
    pool.resize(WORKERS);
    return null;
  }

  private void signal(int worker, String signal) throws IOException, InterruptedException {
    var present = pool.pids();
    if (worker < present.length && present[worker] > 0) {
      new ProcessBuilder("kill", signal, Long.toString(present[worker]))
          .redirectErrorStream(true)
          .start()
          .waitFor();
    }
  }
}
