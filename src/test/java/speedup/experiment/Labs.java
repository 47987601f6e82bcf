package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.pool.JvmLauncher;
import speedup.python.PythonFinder;

/** Labs of real worker processes for tests, and small requests. */
final class Labs {
  private static final long LIMIT_NANOS = 30_000_000_000L;

  private Labs() {}

  /** A lab that keeps generated input in a folder of the test's. */
  static ProcessLab open(Path cacheFolder, String... flags) {
    return open(cacheFolder, new PythonFinder(), flags);
  }

  /** The same with a Python of the test's. */
  static ProcessLab open(Path cacheFolder, PythonFinder python, String... flags) {
    return new ProcessLab(
        JvmLauncher.ofThisProcess(List.of(flags)), new InputRoom(cacheFolder), python);
  }

  static RunRequest request(String workload, Map<String, String> settings) {
    return new RunRequest(
        workload, settings, RunRequest.COMPARE, 2, OptionalInt.empty(), 1, RunRequest.Start.WARM);
  }

  static RunRequest request(
      String workload,
      Map<String, String> settings,
      List<EngineKind> engines,
      RunRequest.Start start,
      int repeats) {
    return new RunRequest(workload, settings, engines, 2, OptionalInt.empty(), repeats, start);
  }

  static RunReport run(Lab lab, RunRequest request) throws Exception {
    return run(lab, request, _ -> {});
  }

  static RunReport run(Lab lab, RunRequest request, Consumer<RunEvent> listener) throws Exception {
    return lab.start(request, listener).report().get(60, TimeUnit.SECONDS);
  }

  static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + LIMIT_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited 30 s in vain");
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Children of this JVM that are workers. */
  static long workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
        .count();
  }
}
