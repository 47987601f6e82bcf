package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.WorkerStats;
import speedup.workload.FlowLook;
import speedup.workload.InputException;
import speedup.workload.Workloads;

/** The pipeline on real processes, which are killed and stopped. */
@Timeout(90)
class PipelineLabTest {
  private static final int KILLS = Integer.getInteger("speedup.kills", 8);
  private static final int PARTS = 4;
  private static final Map<String, String> LONG =
      Map.of("rows", "10000", "work", "60000", "batch", "20", "capacity", "4");

  private static ProcessLab lab;
  private static Path cache;

  @BeforeAll
  static void open(@TempDir Path cacheFolder) {
    cache = cacheFolder;
    lab = Labs.open(cache);
  }

  @AfterAll
  static void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  private static long number(String query) throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + cache.resolve("pipeline-target.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.getLong(1);
    }
  }

  private static List<String> halfWritten() throws Exception {
    try (var files = Files.list(cache)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("speedup-"))
          .toList();
    }
  }

  /** Which process does which part, as the events tell. */
  private static final class Watch {
    final CountDownLatch chain = new CountDownLatch(1);
    final AtomicInteger deaths = new AtomicInteger();

    /** Processes stay between runs, and do not say again who they are. */
    private static final Map<Integer, Long> PIDS = new ConcurrentHashMap<>();

    private volatile List<Integer> workers = List.of(); // by part

    void accept(RunEvent event) {
      switch (event) {
        case RunEvent.RunStarted run when run.engine() == EngineKind.PROCESSES -> {
          workers = List.of();
          chain.countDown();
        }
        case RunEvent.OfWorker(PoolEvent.Ready ready) -> PIDS.put(ready.worker(), ready.pid());
        case RunEvent.ChainProgress progress when chain.getCount() == 0 ->
            workers = progress.workers();
        case RunEvent.OfWorker(PoolEvent.Died died) -> {
          PIDS.remove(died.worker());
          deaths.incrementAndGet();
        }
        default -> {}
      }
    }

    /** As {@code kill -9}; false when nobody is at the part. */
    boolean kill(int part) {
      var present = workers;
      var pid = part < present.size() ? PIDS.get(present.get(part)) : null;
      return pid != null && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }
  }

  @Test
  void savesEveryRowOnceWhileStagesAreKilled() throws Exception {
    var random = new Random(5);
    var killed = 0;
    while (killed < KILLS) {
      var watch = new Watch();
      var handle = lab.start(Labs.request("pipeline", LONG), watch::accept);
      assertTrue(watch.chain.await(60, TimeUnit.SECONDS));
      var before = killed;
      while (!handle.report().isDone() && killed < KILLS) {
        TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(200));
        if (watch.kill(killed % PARTS)) {
          killed++;
        }
      }
      var report = handle.report().get(60, TimeUnit.SECONDS);
      assertEquals(10_000L, report.result().get("rows"), report.resultInWords());
      assertEquals(10_000, number("SELECT COUNT(*) FROM items"));
      assertEquals(10_000, number("SELECT COUNT(DISTINCT id) FROM items"));
      assertEquals(500, number("SELECT COUNT(*) FROM batches"));
      assertTrue(killed > before, "nobody was killed: the run is too short");
      assertEquals(List.of(), halfWritten());
    }
  }

  @Test
  void countsWaitingForOtherStagesAsWaiting() throws Exception {
    var looks = new ConcurrentLinkedQueue<FlowLook>();
    var blocked = new AtomicInteger();
    var watch = new Watch(); // learns who the processes are, for other tests
    var settings = Map.of("rows", "4000", "work", "20000", "batch", "20", "capacity", "2");
    var handle =
        lab.start(
            Labs.request("pipeline", settings),
            event -> {
              watch.accept(event);
              switch (event) {
                case RunEvent.ChainProgress(_, _, _, FlowLook look) -> looks.add(look);
                case RunEvent.OfWorker(PoolEvent.Blocked _) -> blocked.incrementAndGet();
                default -> {}
              }
            });
    var report = handle.report().get(60, TimeUnit.SECONDS);
    var stages = (List<?>) report.result().get("stages");
    var busy = 0.0;
    var room = 0.0;
    for (var stage : stages) {
      var figures = (Map<?, ?>) stage;
      busy += (double) figures.get("busy") * (int) figures.get("processes") / PARTS;
      room += (double) figures.get("waitingForRoom");
    }
    var times = report.breakdown();
    assertEquals(busy, times.compute() / times.total(), 0.1, () -> times + " " + stages);
    assertTrue(times.waiting() > 0, times::toString);
    assertEquals(3 * 200, report.workers().stream().mapToLong(WorkerStats::tasks).sum());
    assertTrue(room == 0 || blocked.get() > 0, "nobody told of waiting for room");
    assertEquals(4_000, looks.stream().mapToLong(FlowLook::done).max().orElseThrow());
    for (var look : looks) {
      look.stores().forEach(store -> assertTrue(store.fill() <= store.capacity(), look::toString));
    }
    assertTrue(looks.stream().anyMatch(look -> look.stores().size() == 2));
    assertTrue(looks.stream().anyMatch(look -> look.bottleneck().isPresent()));
  }

  @Test
  void stopLeavesNothingHalfWritten() throws Exception {
    var watch = new Watch();
    var handle = lab.start(Labs.request("pipeline", LONG), watch::accept);
    assertTrue(watch.chain.await(60, TimeUnit.SECONDS));
    TimeUnit.MILLISECONDS.sleep(300);
    assertEquals(1, halfWritten().size());
    handle.stop();
    assertThrows(CancellationException.class, () -> handle.report().get(2, TimeUnit.SECONDS));
    assertEquals(List.of(), halfWritten());
    var report = Labs.run(lab, Labs.request("pipeline", Map.of("rows", "2000", "work", "10")));
    assertEquals(2_000L, report.result().get("rows"));
    assertEquals(0, watch.deaths.get());
  }

  @Test
  void runsColdToo() throws Exception {
    var report =
        Labs.run(
            lab,
            Labs.request(
                "pipeline",
                Map.of("rows", "2000", "work", "10"),
                RunRequest.COMPARE,
                Start.COLD,
                1));
    assertEquals(2_000L, report.result().get("rows"));
    assertEquals(PARTS, report.workers().size());
  }

  @Test
  void runsOnProcessesOnly() {
    var failure =
        assertThrows(
            ExecutionException.class,
            () ->
                Labs.run(
                    lab,
                    Labs.request(
                        "pipeline",
                        Map.of("rows", "2000"),
                        List.of(EngineKind.THREADS),
                        Start.WARM,
                        1)));
    var refused = assertInstanceOf(InputException.class, failure.getCause());
    var pipeline = Workloads.byId("pipeline").orElseThrow();
    assertEquals(lab.unavailable(pipeline, EngineKind.THREADS).orElseThrow(), refused.getMessage());
    assertTrue(refused.getMessage().contains("chain of processes"), refused.getMessage());
    assertTrue(lab.unavailable(pipeline, EngineKind.PROCESSES).isEmpty());
  }
}
