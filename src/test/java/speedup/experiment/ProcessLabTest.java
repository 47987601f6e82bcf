package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.experiment.RunRequest.Start;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.WorkerStats;
import speedup.workload.InputException;
import speedup.workload.Prepared;
import speedup.workload.Settings;
import speedup.workload.Stage;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/** Whole experiments on real worker processes. */
@Timeout(90)
class ProcessLabTest {
  private static final Map<String, Map<String, String>> SMALL =
      Map.ofEntries(
          Map.entry("primes-file", Map.of("count", "20000", "max", "1000000")),
          Map.entry("primes-range", Map.of("from", "0", "to", "50000")),
          Map.entry("sum-of-squares", Map.of("tasks", "7", "size", "100000")),
          Map.entry("parallel-sum", Map.of("n", "5000000")),
          Map.entry("vectors", Map.of("vectors", "5000", "dimension", "10", "data", "send")),
          Map.entry("filter-aggregate", Map.of("count", "50000")),
          Map.entry("serial-fraction", Map.of("serial", "50", "units", "20000")),
          Map.entry("sleep", Map.of("tasks", "6", "millis", "5")),
          Map.entry("tiny-tasks", Map.of("items", "20000")),
          Map.entry("mandelbrot", Map.of("size", "100", "iterations", "100", "tile", "17")),
          Map.entry("monte-carlo-pi", Map.of("samples", "500000")),
          Map.entry("images-grayscale", Map.of("count", "6", "size", "64")),
          Map.entry("keyword-search", Map.of("files", "9", "size", "50")),
          Map.entry("pipeline", Map.of("rows", "5000", "work", "1000")),
          Map.entry("my-code", Map.of("template", "sum", "count", "300")));
  private static final Map<String, String> TINY = Map.of("items", "2000");
  private static final Map<String, String> SLEEP = Map.of("tasks", "40", "millis", "25");

  private static ProcessLab lab;
  private static Path cache;

  @TempDir Path folder;

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

  static List<Workload> all() {
    return Workloads.all();
  }

  private static Throwable failureOf(Lab lab, RunRequest request) {
    return assertThrows(ExecutionException.class, () -> Labs.run(lab, request)).getCause();
  }

  private static void assertAddsUp(Breakdown breakdown, double seconds, int workers) {
    assertEquals(seconds * workers, breakdown.total(), 0.02 * seconds * workers);
  }

  private <A, R, T> Map<String, Object> expected(Prepared<A, R, T> prepared) throws Exception {
    var results = new ArrayList<R>();
    for (Stage<A, R> stage : prepared.stages()) {
      results.add(stage.task().run(stage.slice(0, stage.items())));
    }
    return prepared.inValues(prepared.merge(results));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyWorkloadGivesOnProcessesWhatItGivesHere(Workload workload) throws Exception {
    var given = SMALL.get(workload.id());
    var finished = new ConcurrentLinkedQueue<RunEvent.RunFinished>();
    var report =
        Labs.run(
            lab,
            Labs.request(workload.id(), given),
            event -> {
              if (event instanceof RunEvent.RunFinished run) {
                finished.add(run);
              }
            });
    var prepared =
        new InputRoom(cache).prepare(workload, Settings.of(workload.parameters(), given), null);
    var expected = expected(prepared);
    var result = new HashMap<>(report.result());
    if (prepared.flow().isPresent()) { // also tells how its stages went
      result.keySet().retainAll(expected.keySet());
    }
    assertEquals(expected, result);
    assertEquals(2, report.samples().size());
    assertTrue(report.analysis().isPresent());
    assertTrue(report.dispatchMicros() > 0);
    for (var run : finished) {
      assertAddsUp(run.breakdown(), run.sample().seconds(), run.sample().workers());
    }
    assertEquals(2, finished.size());
    var passes = prepared.flow().isPresent() ? 3 : 1; // every item goes through all stages
    assertEquals(
        passes * report.items(), report.workers().stream().mapToLong(WorkerStats::items).sum());
  }

  @Test
  void aSequentialExperimentRunsTheBaselineOnly() throws Exception {
    var report =
        Labs.run(lab, Labs.request("tiny-tasks", TINY, RunRequest.BASELINE, Start.WARM, 3));
    assertEquals(
        List.of(EngineKind.SEQUENTIAL, EngineKind.SEQUENTIAL, EngineKind.SEQUENTIAL),
        report.samples().stream().map(sample -> sample.engine()).toList());
    assertTrue(report.analysis().isEmpty());
    var median = report.samples().stream().mapToDouble(Sample::seconds).sorted().toArray()[1];
    assertAddsUp(report.breakdown(), median, 1);
  }

  @Test
  void warmRunsKeepTheirProcessesBetweenExperiments() throws Exception {
    var pids = new HashSet<Long>();
    for (var i = 0; i < 3; i++) {
      Labs.run(lab, Labs.request("tiny-tasks", TINY))
          .workers()
          .forEach(worker -> pids.add(worker.pid()));
    }
    assertEquals(2, pids.size());
    assertTrue(lab.warmWorkers() >= 2);
  }

  @Test
  void coldRunsStartNewProcessesAndCountTheirStart() throws Exception {
    var runs = new ConcurrentLinkedQueue<RunEvent.RunFinished>();
    Labs.run(
        lab,
        Labs.request("tiny-tasks", TINY, RunRequest.COMPARE, Start.COLD, 2),
        event -> {
          if (event instanceof RunEvent.RunFinished run) {
            runs.add(run);
          }
        });
    assertEquals(4, runs.size());
    var pids = new HashSet<Long>();
    for (var run : runs) {
      assertTrue(run.breakdown().start() > 0, run.toString());
      assertAddsUp(run.breakdown(), run.sample().seconds(), run.sample().workers());
      // on a busy machine the work may be done before the second has told its process id
      for (var worker : run.workers().stream().filter(one -> one.tasks() > 0).toList()) {
        assertTrue(pids.add(worker.pid()), "process " + worker.pid() + " worked in two cold runs");
      }
    }
    assertTrue(lab.warmWorkers() >= 1);
  }

  @Test
  void aWorkerThatIsKilledCostsAChunkAndNotTheRun() throws Exception {
    var parallel = new CountDownLatch(1);
    var deaths = new ConcurrentLinkedQueue<PoolEvent.Died>();
    var handle =
        lab.start(
            Labs.request("sleep", SLEEP),
            event -> {
              switch (event) {
                case RunEvent.RunStarted run when run.engine() == EngineKind.PROCESSES ->
                    parallel.countDown();
                case RunEvent.OfWorker(PoolEvent.Died died) -> deaths.add(died);
                default -> {}
              }
            });
    assertTrue(parallel.await(60, TimeUnit.SECONDS));
    var chunk = new CountDownLatch(1);
    chunk.await(60, TimeUnit.MILLISECONDS);
    lab.killWorker(1);
    var report = handle.report().get(60, TimeUnit.SECONDS);
    assertEquals(1, deaths.size());
    assertTrue(deaths.peek().retried(), deaths.toString());
    assertEquals(40, report.items());
    assertAddsUp(report.breakdown(), report.samples().get(1).seconds(), 2);
  }

  @Test
  void refusesASecondExperimentWhileOneRuns() throws Exception {
    var handle = lab.start(Labs.request("sleep", SLEEP), _ -> {});
    assertThrows(
        IllegalStateException.class, () -> lab.start(Labs.request("sleep", SLEEP), _ -> {}));
    handle.stop();
    assertThrows(
        java.util.concurrent.CancellationException.class,
        () -> handle.report().get(10, TimeUnit.SECONDS));
    assertEquals(2_000, Labs.run(lab, Labs.request("tiny-tasks", TINY)).items());
  }

  @Test
  void namesTheWorkloadsThatThereAre() {
    var failure = assertInstanceOf(InputException.class, failureOf(lab, Labs.request("no", TINY)));
    assertTrue(failure.getMessage().contains("tiny-tasks"), failure.getMessage());
  }

  @Test
  void saysInASentenceThatAJvmDoesNotStart() {
    try (var broken = Labs.open(folder, "-XX:NoSuchFlag")) {
      var failure =
          assertInstanceOf(
              InputException.class, failureOf(broken, Labs.request("tiny-tasks", TINY)));
      assertTrue(failure.getMessage().contains("NoSuchFlag"), failure.getMessage());
    }
  }

  @Test
  void turnsToEachPhaseInOrder() throws Exception {
    var phases = new ConcurrentLinkedQueue<Phase>();
    Labs.run(
        lab,
        Labs.request("tiny-tasks", TINY),
        event -> {
          if (event instanceof RunEvent.PhaseStarted started) {
            phases.add(started.phase());
          }
        });
    assertEquals(
        List.of(Phase.START, Phase.SIZE, Phase.PREPARE, Phase.WARM_UP, Phase.MEASURE),
        List.copyOf(phases));
  }
}
