package speedup.pool;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import speedup.pool.task.TaskFunction;

/**
 * Measures the pool on this machine: start to first result, round trip of one task, tiny tasks a
 * second. Prints the median and the spread of several rounds for each.
 */
public final class PoolBenchmark {
  private static final int WORKERS = 2;
  private static final int TINY_TASKS = 1_000_000;
  private static final int ROUND_TRIPS = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final TaskFunction<Integer, Integer> SQUARE = x -> x * x;

  private PoolBenchmark() {}

  /** Runs all measurements. */
  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    report("cold pool of 2 to first result", "ms", 15, PoolBenchmark::coldMillis);
    try (var pool = open()) {
      pool.start(WORKERS).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      for (var i = 0; i < 5; i++) {
        tinyTasks(pool, TINY_TASKS);
        roundTrips(pool);
      }
      report("warm pool to first result of a map", "µs", 101, () -> firstResult(pool));
      report("tiny tasks at chunk 1", "tasks/s", 9, () -> tinyTasks(pool, TINY_TASKS));
      var trips = new double[2];
      report(
          "round trip, median of " + ROUND_TRIPS,
          "µs",
          7,
          () -> {
            var sorted = roundTrips(pool);
            trips[0] = sorted[ROUND_TRIPS / 2] / 1e3;
            trips[1] = sorted[ROUND_TRIPS * 99 / 100] / 1e3;
            return trips[0];
          });
      System.out.printf("%-40s %12.1f µs%n", "round trip, p99 of the last round", trips[1]);
    }
  }

  private static ProcessPool open() {
    return new ProcessPool(JvmLauncher.ofThisProcess(List.of()), PoolOptions.defaults(), _ -> {});
  }

  private static double coldMillis() {
    var start = System.nanoTime();
    try (var pool = open()) {
      pool.start(WORKERS);
      checked(() -> pool.apply(SQUARE, 3, LIMIT));
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static double firstResult(ProcessPool pool) {
    var first = new AtomicLong();
    var start = System.nanoTime();
    run(pool, 10, (_, _, _) -> first.compareAndSet(0, System.nanoTime() - start));
    return first.get() / 1e3;
  }

  private static double tinyTasks(ProcessPool pool, int tasks) {
    var results = new int[tasks];
    var start = System.nanoTime();
    run(pool, tasks, (_, chunk, value) -> results[chunk] = value);
    var seconds = (System.nanoTime() - start) / 1e9;
    if (results[3] != 9) {
      throw new IllegalStateException("3 squared was " + results[3]);
    }
    return tasks / seconds;
  }

  private static void run(ProcessPool pool, int tasks, ResultSink<Integer> sink) {
    checked(() ->
        pool.submit(new JobSpec<>(SQUARE, tasks, i -> i, _ -> 1, WORKERS, 0, sink))
            .done()
            .get(LIMIT.toSeconds(), TimeUnit.SECONDS));
  }

  private static long[] roundTrips(ProcessPool pool) {
    var nanos = new long[ROUND_TRIPS];
    for (var i = 0; i < ROUND_TRIPS; i++) {
      var number = i;
      var sent = System.nanoTime();
      checked(() -> pool.apply(SQUARE, number, LIMIT));
      nanos[i] = System.nanoTime() - sent;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static void checked(java.util.concurrent.Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new IllegalStateException("the benchmark failed", e);
    }
  }

  private static void report(String name, String unit, int rounds, DoubleSupplier measure) {
    var values = new double[rounds];
    for (var i = 0; i < rounds; i++) {
      values[i] = measure.getAsDouble();
    }
    Arrays.sort(values);
    System.out.printf(
        "%-40s %,12.1f %s (%,.1f to %,.1f in %d rounds)%n",
        name, values[rounds / 2], unit, values[0], values[rounds - 1], rounds);
  }
}
