package speedup.pool;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import speedup.pool.task.TaskFunction;

/**
 * Measures how fast large arguments and results travel: a {@code byte[]} to a worker and back. Both
 * directions count, so an echo of 1 MiB moves 2 MiB. Prints the median and the spread of several
 * rounds.
 */
public final class PayloadBenchmark {
  private static final int KIB = 1024;
  private static final int[] SIZES = {
    16 * KIB, 64 * KIB, 256 * KIB, 1024 * KIB, 8192 * KIB, 65_536 * KIB
  };
  private static final long BYTES_A_ROUND = 256L * KIB * KIB;
  private static final int ROUNDS = 9;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final TaskFunction<byte[], byte[]> ECHO = bytes -> bytes;

  private PayloadBenchmark() {}

  /** Runs all measurements. */
  public static void main(String[] args) throws Exception {
    for (var workers = 1; workers <= 2; workers++) {
      try (var pool =
          new ProcessPool(JvmLauncher.ofThisProcess(List.of()), PoolOptions.defaults(), _ -> {})) {
        pool.start(workers).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        for (var size : SIZES) {
          measure(pool, workers, size);
        }
      }
    }
  }

  private static void measure(ProcessPool pool, int workers, int size) throws Exception {
    var payload = new byte[size];
    for (var i = 0; i < size; i++) {
      payload[i] = (byte) (i * 31);
    }
    var trips = (int) Math.max(3, Math.min(2_000, BYTES_A_ROUND / size / 2));
    var rates = new double[ROUNDS];
    for (var round = -2; round < ROUNDS; round++) { // the first two warm up
      var rate = workers == 1 ? applied(pool, payload, trips) : mapped(pool, payload, trips);
      if (round >= 0) {
        rates[round] = rate;
      }
    }
    Arrays.sort(rates);
    System.out.printf(
        "%d worker%s, %,6d KiB there and back %7.2f GB/s (%.2f to %.2f in %d rounds of %d)%n",
        workers,
        workers == 1 ? " " : "s",
        size / KIB,
        rates[ROUNDS / 2],
        rates[0],
        rates[ROUNDS - 1],
        ROUNDS,
        trips);
  }

  /** One after the other; the median trip decides. */
  private static double applied(ProcessPool pool, byte[] payload, int trips) throws Exception {
    var nanos = new long[trips];
    byte[] back = null;
    for (var i = 0; i < trips; i++) {
      var sent = System.nanoTime();
      back = pool.apply(ECHO, payload, LIMIT);
      nanos[i] = System.nanoTime() - sent;
    }
    if (!Arrays.equals(payload, back)) {
      throw new IllegalStateException("something else came back");
    }
    Arrays.sort(nanos);
    return 2.0 * payload.length / nanos[trips / 2];
  }

  /** All of them as one job for all workers. */
  private static double mapped(ProcessPool pool, byte[] payload, int trips) throws Exception {
    var sent = System.nanoTime();
    pool.submit(new JobSpec<>(ECHO, trips, _ -> payload, _ -> 1, 2, 0, (_, _, _) -> {}))
        .done()
        .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    return 2.0 * payload.length * trips / (System.nanoTime() - sent);
  }
}
