package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;

/** Twenty runs in a row leave nothing behind. */
@Timeout(120)
class LeakTest {
  private static final int RUNS = 20;
  private static final int EARLY = 5;
  private static final long ALLOWANCE = 4_000_000;

  @Test
  void twentyRunsLeaveNoProcessNoFileNoThreadAndNoHeap(@TempDir Path cache) throws Exception {
    var files = temporaryFiles();
    var pids = ConcurrentHashMap.<Long>newKeySet();
    var early = 0L;
    var late = 0L;
    Set<Thread> threads;
    Set<Thread> more;
    try (var lab = Labs.open(cache)) {
      threads = Set.of();
      for (var run = 1; run <= RUNS; run++) {
        var report =
            Labs.run(
                lab,
                Labs.request(
                    run % 2 == 0 ? "tiny-tasks" : "mandelbrot",
                    run % 2 == 0
                        ? Map.of("items", "50000")
                        : Map.of("size", "200", "iterations", "100")),
                event -> {
                  if (event instanceof RunEvent.OfWorker(PoolEvent.Ready ready)) {
                    pids.add(ready.pid());
                  }
                });
        assertEquals(2, report.workers().size());
        if (run == EARLY) {
          early = usedHeap();
          threads = threads();
        }
      }
      late = usedHeap();
      more = threads();
    }
    more.removeAll(threads);
    more.removeIf(thread -> !thread.isAlive());
    assertTrue(more.stream().noneMatch(LeakTest::ours), "threads: " + more);
    assertTrue(
        late < early + ALLOWANCE,
        "%,d bytes of heap after run %d, %,d after run %d".formatted(early, EARLY, late, RUNS));
    assertTrue(pids.size() >= 2);
    for (var pid : pids) {
      assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), "alive: " + pid);
    }
    assertEquals(0, Labs.workers());
    assertEquals(files, temporaryFiles());
    Labs.awaitTrue(() -> threads().stream().noneMatch(LeakTest::ours));
  }

  private static boolean ours(Thread thread) {
    var name = thread.getName();
    return name.startsWith("worker ") || name.startsWith("pool ") || name.equals("experiment");
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
  }

  /** The least of some looks, as what other threads hold for a moment is no leak. */
  private static long usedHeap() {
    var runtime = Runtime.getRuntime();
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** Files that this program could have left: what other programs come and go with is not ours. */
  private static Set<String> temporaryFiles() {
    var found = new TreeSet<String>();
    for (var folder : Set.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"))) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (var files = Files.list(folder)) {
        files
            .map(Path::toString)
            .filter(name -> name.contains("speedup") || name.contains("hsperf"))
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }
}
