package speedup.worker;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import speedup.pool.JobSpec;
import speedup.pool.JvmLauncher;
import speedup.pool.PoolOptions;
import speedup.pool.ProcessPool;

/** A program whose workers echo large arguments for ever, to be killed from outside. */
final class PayloadOwner {
  private static final int WARM = 60;
  private static final int ENDLESS = 1_000_000;

  private PayloadOwner() {}

  public static void main(String[] args) throws Exception {
    var payload = new byte[1024 * 1024];
    try (var pool =
        new ProcessPool(JvmLauncher.ofThisProcess(List.of()), PoolOptions.defaults(), _ -> {})) {
      pool.start(2).get();
      pool.submit(echo(payload, WARM)).done().get(); // enough for shared memory to be opened
      pool.submit(echo(payload, ENDLESS));
      System.out.println(
          String.join(" ", Arrays.stream(pool.pids()).mapToObj(Long::toString).toList()));
      Thread.sleep(Duration.ofMinutes(2));
    }
  }

  private static JobSpec<byte[], byte[]> echo(byte[] payload, int chunks) {
    return new JobSpec<>(bytes -> bytes, chunks, _ -> payload, _ -> 1, 2, 0, (_, _, _) -> {});
  }
}
