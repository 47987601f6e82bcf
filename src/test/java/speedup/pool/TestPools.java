package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskFunction;

/** Pools of real worker processes for tests, and waiting for what they do. */
public final class TestPools {
  private static final long LIMIT_NANOS = 30_000_000_000L;

  private TestPools() {}

  /** A pool with the program's own worker. */
  public static ProcessPool open(Consumer<PoolEvent> listener) {
    return open(List.of(), listener);
  }

  /** As {@link #open(Consumer)}, with flags for the worker's JVM. */
  public static ProcessPool open(List<String> flags, Consumer<PoolEvent> listener) {
    return new ProcessPool(JvmLauncher.ofThisProcess(flags), PoolOptions.defaults(), listener);
  }

  static ProcessPool open(PoolOptions options, Consumer<PoolEvent> listener) {
    return new ProcessPool(JvmLauncher.ofThisProcess(List.of()), options, listener);
  }

  static <A, R> PoolJob run(
      ProcessPool pool,
      int chunks,
      int workers,
      int retries,
      TaskFunction<Integer, R> function,
      ResultSink<R> sink)
      throws PoolException {
    return pool.submit(
        new JobSpec<Integer, R>(function, chunks, i -> i, _ -> 1, workers, retries, sink));
  }

  static void awaitReady(ProcessPool pool, int workers) {
    awaitTrue(() -> pool.ready() == workers);
  }

  static void awaitEvent(Collection<PoolEvent> events, Class<?> type) {
    awaitTrue(() -> events.stream().anyMatch(type::isInstance));
  }

  static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + LIMIT_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited 30 s in vain");
      LockSupport.parkNanos(1_000_000);
    }
  }
}
