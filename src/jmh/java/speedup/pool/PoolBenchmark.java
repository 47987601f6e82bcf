package speedup.pool;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import speedup.bench.Figure;

/**
 * One round of the pool's figures, as {@code src/bench/compare.sh pool} sets them beside its
 * peers'. Starts are measured first, while this JVM is young; the rest with workers and parent
 * warm.
 */
public final class PoolBenchmark {
  private static final int STARTS = 7;
  private static final int WARM_UPS = 10;
  private static final int TRIPS = 5_000;
  private static final byte[] BLOCK = new byte[1 << 20];
  private static final int BLOCKS = 40;
  private static final List<Integer> ITEMS = IntStream.range(0, 1_000_000).boxed().toList();

  private PoolBenchmark() {}

  /** Prints all figures. */
  public static void main(String[] args) {
    MeasuredPool.train();
    Figure.print(
        "cold start to first result, 2 workers",
        Figure.median(STARTS, () -> coldMillis(false)),
        "ms");
    if (MeasuredPool.cacheIsThere()) {
      Figure.print(
          "cold start to first result, 2 workers, AOT cache",
          Figure.median(STARTS, () -> coldMillis(true)),
          "ms");
    }
    try (var pool = new MeasuredPool(MeasuredPool.cacheIsThere())) {
      pool.squares(ITEMS.subList(0, MeasuredPool.WORKERS), 1);
      Arrays.stream(pool.residentMegabytes())
          .average()
          .ifPresent(mean -> Figure.print("resident memory of an idle worker", mean, "MB"));
      for (var i = 0; i < WARM_UPS; i++) {
        rate(pool, 1);
        rate(pool, 1_000);
        megabytes(pool);
      }
      Figure.print("tiny tasks, chunk 1", Figure.median(5, () -> rate(pool, 1)), "items/s");
      Figure.print("tiny tasks, chunk 1000", Figure.median(5, () -> rate(pool, 1_000)), "items/s");
      trips(pool);
      var trips = trips(pool);
      Figure.print("one task there and back, median", Figure.quantile(trips, 0.5), "µs");
      Figure.print("one task there and back, p99", Figure.quantile(trips, 0.99), "µs");
      Figure.print("1 MiB there and back", Figure.median(5, () -> megabytes(pool)), "MB/s");
    }
  }

  private static double coldMillis(boolean cached) {
    var start = System.nanoTime();
    try (var pool = new MeasuredPool(cached)) {
      pool.square();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Items a second. */
  private static double rate(MeasuredPool pool, int chunkSize) {
    var start = System.nanoTime();
    var squares = pool.squares(ITEMS, chunkSize);
    var seconds = (System.nanoTime() - start) / 1e9;
    if (squares.size() != ITEMS.size() || squares.get(30_000) != 900_000_000) {
      throw new IllegalStateException("the squares are wrong");
    }
    return ITEMS.size() / seconds;
  }

  /** Megabytes a second, both directions counted. */
  private static double megabytes(MeasuredPool pool) {
    var start = System.nanoTime();
    for (var i = 0; i < BLOCKS; i++) {
      pool.echo(BLOCK);
    }
    return 2.0 * BLOCK.length * BLOCKS * 1e3 / (System.nanoTime() - start);
  }

  /** Microseconds each. */
  private static double[] trips(MeasuredPool pool) {
    var micros = new double[TRIPS];
    for (var i = 0; i < TRIPS; i++) {
      var sent = System.nanoTime();
      pool.square();
      micros[i] = (System.nanoTime() - sent) / 1e3;
    }
    return micros;
  }
}
