package speedup.ipc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskFunction;

/**
 * Figures of the locks of two processes under the names that {@code mp_sync.py} gives CPython's.
 * The partner runs in a worker of a pool; this process is the other one.
 */
public final class LockBenchmark {
  private static final int TURNS = 2_000_000;
  private static final int TRIPS = 50_000;
  private static final int ROUNDS = 7;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private LockBenchmark() {}

  /** Something that both do. */
  @FunctionalInterface
  private interface Part {
    void run() throws Exception;
  }

  private static void print(String name, double value, String unit) {
    System.out.printf(
        Locale.ROOT, "{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\"}%n", name, value, unit);
  }

  /** Prints all figures. */
  public static void main(String[] args) throws Exception {
    try (var pool = ProcessPool.builder().workers(2).admit("speedup.").open()) {
      locks(pool, "Lock", new ProcessLock());
      locks(pool, "RLock", new ProcessRLock());
      semaphores(pool);
      events(pool);
      conditions(pool);
      barriers(pool);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Nanoseconds for each turn of mine, while a worker does its part; the median of some rounds. */
  private static <A> double nanos(
      ProcessPool pool, TaskFunction<A, Integer> partner, A argument, int turns, Part mine)
      throws Exception {
    var values = new Double[ROUNDS];
    for (var i = -2; i < ROUNDS; i++) {
      var other = partner == null ? null : pool.applyAsync(partner, argument);
      var from = System.nanoTime();
      mine.run();
      if (other != null) {
        other.get(LIMIT);
      }
      if (i >= 0) {
        values[i] = (System.nanoTime() - from) / (double) turns;
      }
    }
    return median(Arrays.asList(values));
  }

  private static int turns(BaseLock lock, int turns) throws InterruptedException {
    for (var i = 0; i < turns; i++) {
      lock.acquire();
      lock.release();
    }
    return turns;
  }

  /** Two workers turn it at once; each measures itself from when both are there. */
  private static void locks(ProcessPool pool, String name, BaseLock lock) throws Exception {
    try (lock;
        var barrier = new ProcessBarrier(2)) {
      print(
          name + ".acquire_release_uncontended",
          nanos(pool, null, 0, TURNS, () -> turns(lock, TURNS)),
          "ns");
      TaskFunction<Integer, Double> turning =
          _ -> {
            barrier.await(LIMIT);
            var from = System.nanoTime();
            turns(lock, TURNS);
            barrier.await(LIMIT);
            return 2e9 * TURNS / (System.nanoTime() - from);
          };
      var rates = new Double[ROUNDS];
      for (var i = -2; i < ROUNDS; i++) {
        var both = pool.map(turning, List.of(1, 2), 1);
        if (i >= 0) {
          rates[i] = Math.min(both.get(0), both.get(1));
        }
      }
      print(name + ".acquire_release_2proc", median(Arrays.asList(rates)), "ops/s");
    }
  }

  private static void semaphores(ProcessPool pool) throws Exception {
    try (var free = new ProcessSemaphore(1);
        var ping = new ProcessSemaphore(0);
        var pong = new ProcessSemaphore(0)) {
      print(
          "Semaphore.acquire_release_uncontended",
          nanos(
              pool,
              null,
              0,
              TURNS,
              () -> {
                for (var i = 0; i < TURNS; i++) {
                  free.acquire();
                  free.release();
                }
              }),
          "ns");
      print(
          "Semaphore.pingpong_rtt",
          nanos(
                  pool,
                  trips -> {
                    for (var i = 0; i < trips; i++) {
                      ping.acquire();
                      pong.release();
                    }
                    return trips;
                  },
                  TRIPS,
                  TRIPS,
                  () -> {
                    for (var i = 0; i < TRIPS; i++) {
                      ping.release();
                      pong.acquire();
                    }
                  })
              / 1e3,
          "us");
    }
  }

  private static void events(ProcessPool pool) throws Exception {
    try (var ping = new ProcessEvent();
        var pong = new ProcessEvent()) {
      print(
          "Event.pingpong_rtt",
          nanos(
                  pool,
                  trips -> {
                    for (var i = 0; i < trips; i++) {
                      ping.await();
                      ping.clear();
                      pong.set();
                    }
                    return trips;
                  },
                  TRIPS,
                  TRIPS,
                  () -> {
                    for (var i = 0; i < TRIPS; i++) {
                      ping.set();
                      pong.await();
                      pong.clear();
                    }
                  })
              / 1e3,
          "us");
    }
  }

  private static void conditions(ProcessPool pool) throws Exception {
    try (var condition = new ProcessCondition();
        var turn = new ProcessEvent()) {
      print(
          "Condition.pingpong_rtt",
          nanos(
                  pool,
                  trips -> {
                    for (var i = 0; i < trips; i++) {
                      try (var _ = condition.lock().hold()) {
                        condition.awaitFor(turn::isSet);
                        turn.clear();
                        condition.signal();
                      }
                    }
                    return trips;
                  },
                  TRIPS,
                  TRIPS,
                  () -> {
                    for (var i = 0; i < TRIPS; i++) {
                      try (var _ = condition.lock().hold()) {
                        turn.set();
                        condition.signal();
                        condition.awaitFor(() -> !turn.isSet());
                      }
                    }
                  })
              / 1e3,
          "us");
    }
  }

  private static int rounds(ProcessBarrier barrier, int rounds) throws Exception {
    for (var i = 0; i < rounds; i++) {
      barrier.await();
    }
    return rounds;
  }

  private static void barriers(ProcessPool pool) throws Exception {
    try (var barrier = new ProcessBarrier(2)) {
      print(
          "Barrier.2proc",
          1e9
              / nanos(
                  pool,
                  trips -> rounds(barrier, trips),
                  TRIPS,
                  TRIPS,
                  () -> rounds(barrier, TRIPS)),
          "rounds/s");
    }
  }
}
