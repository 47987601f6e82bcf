package speedup.ipc;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import speedup.pool.ProcessPool;

/**
 * Figures of queues of two processes: small messages one way, there and back, and large ones. The
 * partner runs in a worker of a pool; this process is the other one.
 */
public final class QueueBenchmark {
  private static final int SMALL = 2_000_000;
  private static final int TRIPS = 50_000;
  private static final int LARGE = 1_000;
  private static final int MIB = 1 << 20;
  private static final int ROUNDS = 7;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private QueueBenchmark() {}

  /** One round; returns its figure. */
  @FunctionalInterface
  private interface Round {
    double run() throws Exception;
  }

  /** Prints all figures. */
  public static void main(String[] args) throws Exception {
    try (var pool = ProcessPool.builder().workers(2).admit("speedup.").open()) {
      print("Queue.small_1to1", "msgs/s", () -> small(pool, ProcessQueue.UNBOUNDED));
      print("Queue.small_1to1_bounded_1000", "msgs/s", () -> small(pool, 1000));
      print("Queue.rtt", "us", () -> trips(pool));
      print("Queue.1MiB", "MB/s", () -> large(pool));
    }
  }

  private static void print(String name, String unit, Round round) throws Exception {
    var values = new double[ROUNDS];
    for (var i = -3; i < ROUNDS; i++) {
      var value = round.run();
      if (i >= 0) {
        values[i] = value;
      }
    }
    Arrays.sort(values);
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\", \"least\": %.4f, \"most\": %.4f}%n",
        name,
        values[ROUNDS / 2],
        unit,
        values[0],
        values[ROUNDS - 1]);
  }

  private static double small(ProcessPool pool, int capacity) throws Exception {
    try (var queue = new ProcessQueue<Integer>(capacity);
        var ready = new ProcessEvent()) {
      var other =
          pool.applyAsync(
              count -> {
                ready.set();
                long sum = 0;
                for (var i = 0; i < count; i++) {
                  sum += queue.take();
                }
                return sum;
              },
              SMALL);
      ready.await();
      var from = System.nanoTime();
      for (var i = 0; i < SMALL; i++) {
        queue.put(i);
      }
      if (other.get(LIMIT) != (long) SMALL * (SMALL - 1) / 2) {
        throw new IllegalStateException("an item got lost");
      }
      return 1e9 * SMALL / (System.nanoTime() - from);
    }
  }

  private static double trips(ProcessPool pool) throws Exception {
    try (var there = new ProcessQueue<Integer>();
        var back = new ProcessQueue<Integer>()) {
      var other =
          pool.applyAsync(
              count -> {
                for (var i = 0; i < count; i++) {
                  back.put(there.take());
                }
                return count;
              },
              TRIPS + 1);
      there.put(0);
      back.take();
      var each = new long[TRIPS];
      for (var i = 0; i < TRIPS; i++) {
        var from = System.nanoTime();
        there.put(i);
        back.take();
        each[i] = System.nanoTime() - from;
      }
      other.get(LIMIT);
      Arrays.sort(each);
      return each[TRIPS / 2] / 1e3;
    }
  }

  private static double large(ProcessPool pool) throws Exception {
    try (var queue = new ProcessQueue<byte[]>(4);
        var ready = new ProcessEvent()) {
      var other =
          pool.applyAsync(
              count -> {
                ready.set();
                long sum = 0;
                for (var i = 0; i < count; i++) {
                  sum += queue.take().length;
                }
                return sum;
              },
              LARGE);
      ready.await();
      var item = new byte[MIB];
      var from = System.nanoTime();
      for (var i = 0; i < LARGE; i++) {
        queue.put(item);
      }
      if (other.get(LIMIT) != (long) LARGE * MIB) {
        throw new IllegalStateException("an item got lost");
      }
      return 1e3 * LARGE * MIB / (System.nanoTime() - from);
    }
  }
}
