package speedup.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import speedup.pool.task.TaskFunction;

/** The pool as the benchmark uses it: all that knows the pool's own API is here. */
final class MeasuredPool implements AutoCloseable {
  static final int WORKERS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final TaskFunction<Integer, Integer> SQUARE = x -> x * x;
  private static final TaskFunction<byte[], byte[]> ECHO = block -> block;

  private final ProcessPool pool;

  /** Opens a pool whose workers start with the cache beside the jar, or without it. */
  MeasuredPool(boolean cached) {
    if (cached && !cacheIsThere()) {
      throw new IllegalArgumentException("there is no start cache");
    }
    // a flag that the cache was not trained with means that there is none for it
    var flags = cached ? List.<String>of() : List.of("-Dspeedup.cache=none");
    pool =
        ProcessPool.builder()
            .workers(WORKERS)
            .launcher(JvmLauncher.ofThisProcess(flags))
            .admit("speedup.")
            .open();
  }

  /** Makes the start cache of this class path if there can be one, and says so where not. */
  static void train() {
    try {
      WorkerCache.train(
          JvmLauncher.ofThisProcess(List.of()),
          pool -> {
            pool.apply(SQUARE, 3);
            pool.map(SQUARE, List.of(1, 2, 3));
          });
    } catch (IOException e) {
      System.err.println("no start cache: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether workers can start with a cache. */
  static boolean cacheIsThere() {
    return !WorkerCache.flags(JvmLauncher.ofThisProcess(List.of())).isEmpty();
  }

  /** One task there and back. */
  void square() {
    checked(() -> pool.apply(SQUARE, 3, LIMIT));
  }

  /** A payload there and back. */
  void echo(byte[] block) {
    checked(() -> pool.apply(ECHO, block, LIMIT));
  }

  /** Squares of all items, in order. */
  List<Integer> squares(List<Integer> items, int chunkSize) {
    return checked(() -> pool.map(SQUARE, items, chunkSize));
  }

  /** Resident memory of each worker in MB; empty where the system has no /proc. */
  double[] residentMegabytes() {
    return LongStream.of(pool.pids())
        .mapToObj(pid -> Path.of("/proc", Long.toString(pid), "status"))
        .filter(Files::isReadable)
        .mapToDouble(MeasuredPool::residentMegabytes)
        .toArray();
  }

  private static double residentMegabytes(Path status) {
    return checked(() -> {
      try (var lines = Files.lines(status)) {
        var kilobytes =
            lines
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow(() -> new IOException("no VmRSS in " + status));
        return Double.parseDouble(kilobytes.split("\\s+")[1]) / 1024;
      }
    });
  }

  private static <T> T checked(Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw new IllegalStateException("the benchmark failed", e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
