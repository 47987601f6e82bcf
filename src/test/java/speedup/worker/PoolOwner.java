package speedup.worker;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import speedup.measure.PoolEvent;
import speedup.pool.JobSpec;
import speedup.pool.JvmLauncher;
import speedup.pool.PoolOptions;
import speedup.pool.ProcessPool;

/** A program with a pool, to be killed from outside: prints the ids of its workers and waits. */
final class PoolOwner {
  private PoolOwner() {}

  public static void main(String[] args) throws Exception {
    var busy = args[0].equals("busy");
    var begun = new CountDownLatch(busy ? 2 : 0);
    try (var pool =
        new ProcessPool(
            JvmLauncher.ofThisProcess(List.of()),
            PoolOptions.defaults(),
            event -> {
              if (event instanceof PoolEvent.ChunkStarted) {
                begun.countDown();
              }
            })) {
      pool.start(2).get();
      if (busy) {
        pool.submit(
            new JobSpec<Integer, Integer>(
                WorkerProcessTest::spin, 2, x -> x, _ -> 1, 2, 0, (_, _, _) -> {}));
        begun.await();
      }
      System.out.println(
          String.join(" ", Arrays.stream(pool.pids()).mapToObj(Long::toString).toList()));
      Thread.sleep(Duration.ofMinutes(2));
    }
  }
}
