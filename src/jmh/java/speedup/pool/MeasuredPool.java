package speedup.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import speedup.pool.task.TaskFunction;

/** The pool as the benchmark uses it: all that knows the pool's own API is here. */
final class MeasuredPool implements AutoCloseable {
  static final int WORKERS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final TaskFunction<Integer, Integer> SQUARE = x -> x * x;
  private static final TaskFunction<List<Integer>, List<Integer>> SQUARES =
      items -> items.stream().map(x -> x * x).toList();
  private static final TaskFunction<byte[], byte[]> ECHO = block -> block;

  private final ProcessPool pool;

  /** Opens a pool whose workers start with the cache beside the jar, or without it. */
  MeasuredPool(boolean cached) {
    if (cached && !cacheIsThere()) {
      throw new IllegalArgumentException("there is no start cache");
    }
    pool =
        new ProcessPool(
            JvmLauncher.ofThisProcess("speedup.worker.WorkerMain", List.of()),
            PoolOptions.defaults(),
            _ -> {});
    pool.start(WORKERS);
  }

  /** Whether workers can start with a cache. */
  static boolean cacheIsThere() {
    return false;
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
    return chunkSize == 1 ? map(SQUARE, items) : inChunks(items, chunkSize);
  }

  private List<Integer> inChunks(List<Integer> items, int chunkSize) {
    var chunks = new ArrayList<List<Integer>>();
    for (var from = 0; from < items.size(); from += chunkSize) {
      chunks.add(items.subList(from, Math.min(items.size(), from + chunkSize)));
    }
    var results = new ArrayList<Integer>(items.size());
    map(SQUARES, chunks).forEach(results::addAll);
    return results;
  }

  @SuppressWarnings("unchecked")
  private <A, R> List<R> map(TaskFunction<A, R> function, List<A> items) {
    var results = new Object[items.size()];
    checked(() ->
        pool.submit(
                new JobSpec<A, R>(
                    function,
                    items.size(),
                    items::get,
                    _ -> 1,
                    WORKERS,
                    0,
                    (_, chunk, value) -> results[chunk] = value))
            .done()
            .get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    return (List<R>) List.of(results);
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
