package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.WorkerStats;
import speedup.python.FakePython;
import speedup.python.PythonFinder;
import speedup.workload.InputException;

/** The machine's Python as an engine. */
@Timeout(90)
class PythonLabTest {
  private static final List<EngineKind> PYTHON = List.of(EngineKind.PYTHON);
  private static final List<EngineKind> BOTH = List.of(EngineKind.PYTHON, EngineKind.PROCESSES);
  private static final Map<String, String> LONG = Map.of("tasks", "200", "millis", "100");

  @TempDir static Path cache;
  private static ProcessLab lab;

  @BeforeAll
  static void open() throws Exception {
    FakePython.real();
    lab = Labs.open(cache);
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
    assertEquals(0, pythons());
  }

  private static long pythons() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("workers.py"))
        .count();
  }

  private static EngineReport python(RunReport report) {
    return report.engines().stream()
        .filter(each -> each.engine() == EngineKind.PYTHON)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum-of-squares",
        "parallel-sum",
        "primes-range",
        "primes-file",
        "sleep",
        "tiny-tasks",
        "monte-carlo-pi"
      })
  void givesTheSameResult(String workload) throws Exception {
    var settings =
        Map.of(
            "sum-of-squares", Map.of("tasks", "5", "size", "30000"),
            "parallel-sum", Map.of("n", "300000"),
            "primes-range", Map.of("from", "0", "to", "20000"),
            "primes-file", Map.of("count", "20000", "max", "100000"),
            "sleep", Map.of("tasks", "6", "millis", "10"),
            "tiny-tasks", Map.of("items", "2000"),
            "monte-carlo-pi", Map.of("samples", "50000", "seed", "9000000000000000000"));

    // the experiment fails where a result is not the baseline's
    var report = Labs.run(lab, Labs.request(workload, settings.get(workload), BOTH, Start.WARM, 1));

    assertEquals(3, report.samples().size());
    assertEquals(report.items(), python(report).median().items());
    assertEquals(0, pythons(), "Python ends with the experiment");
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void tellsWhereTheTimeWent(Start start) throws Exception {
    var chunks = new ConcurrentLinkedQueue<PoolEvent.ChunkFinished>();
    var inPython = new java.util.concurrent.atomic.AtomicBoolean();
    var report =
        Labs.run(
            lab,
            Labs.request("sum-of-squares", Map.of("tasks", "12", "size", "200000"), BOTH, start, 2),
            event -> {
              switch (event) {
                case RunEvent.RunStarted run -> inPython.set(run.engine() == EngineKind.PYTHON);
                case RunEvent.OfWorker(PoolEvent.ChunkFinished chunk) when inPython.get() ->
                    chunks.add(chunk);
                default -> {}
              }
            });

    var engine = python(report);
    var trace = engine.median();
    assertEquals(24, chunks.size());
    assertEquals(2, engine.samples().size());
    assertEquals(12, trace.items());
    assertEquals(trace.seconds() * 2, trace.breakdown().total(), 0.001 * trace.seconds());
    assertTrue(trace.breakdown().compute() > 0.01, trace.breakdown().toString());
    assertEquals(start == Start.COLD, trace.breakdown().start() > 0);
    assertEquals(2, trace.workers().stream().mapToLong(WorkerStats::pid).distinct().count());
    for (var worker : trace.workers()) {
      assertTrue(worker.pid() > 0 && worker.busySeconds() > 0, worker.toString());
      assertTrue(worker.cpuSeconds() > 0, worker.toString());
      assertTrue(worker.cpuSeconds() < 2 * worker.busySeconds() + 0.5, worker.toString());
    }
    assertTrue(engine.analysis().isPresent());
  }

  @Test
  void severalSleepAtTheSameTime() throws Exception {
    var report =
        Labs.run(
            lab,
            Labs.request("sleep", Map.of("tasks", "8", "millis", "60"), PYTHON, Start.WARM, 1));

    assertTrue(report.analysis().orElseThrow().speedup() > 1.4, report.samples().toString());
  }

  private static RunHandle<RunReport> untilPythonWorks(Start start) throws Exception {
    var began = new CountDownLatch(1);
    var inPython = new CountDownLatch(1);
    var handle =
        lab.start(
            Labs.request("sleep", Map.of("tasks", "20", "millis", "80"), PYTHON, start, 50),
            event -> {
              if (event instanceof RunEvent.RunStarted run && run.engine() == EngineKind.PYTHON) {
                inPython.countDown();
              } else if (inPython.getCount() == 0
                  && event instanceof RunEvent.OfWorker(PoolEvent.ChunkFinished _)) {
                began.countDown();
              }
            });
    assertTrue(began.await(60, TimeUnit.SECONDS));
    return handle;
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void stopsAtOnceAndTheNextRunIsSound(Start start) throws Exception {
    var handle = untilPythonWorks(start);
    handle.stop();
    assertThrows(CancellationException.class, () -> handle.report().get(2, TimeUnit.SECONDS));
    assertEquals(0, pythons());
    var next =
        Labs.run(lab, Labs.request("tiny-tasks", Map.of("items", "100"), BOTH, Start.WARM, 1));
    assertEquals(100, next.items());
  }

  @Test
  void aWorkerThatIsKilledEndsTheRunWithASentence() throws Exception {
    var handle = untilPythonWorks(Start.WARM);
    lab.killWorker(1);

    var thrown =
        assertThrows(ExecutionException.class, () -> handle.report().get(20, TimeUnit.SECONDS));

    assertInstanceOf(ExperimentFailedException.class, thrown.getCause());
    assertTrue(
        thrown.getCause().getMessage().contains("ended in the middle of the run"),
        thrown.getCause().getMessage());
  }

  @Test
  void saysWhichWorkloadsHaveACounterpart() {
    var request = Labs.request("mandelbrot", Map.of("size", "100"), PYTHON, Start.WARM, 1);

    var thrown = assertThrows(ExecutionException.class, () -> Labs.run(lab, request));

    assertInstanceOf(InputException.class, thrown.getCause());
    assertTrue(
        thrown.getCause().getMessage().startsWith("mandelbrot has no counterpart in Python; "),
        thrown.getCause().getMessage());
    assertTrue(thrown.getCause().getMessage().contains("sum-of-squares"));
  }

  @Test
  void withoutAPythonTheReasonIsTheWholeAnswer() {
    try (var without = Labs.open(cache, PythonFinder.of("/nowhere/python3"))) {
      var why = without.unavailable(EngineKind.PYTHON).orElseThrow();
      assertTrue(without.unavailable(EngineKind.PROCESSES).isEmpty());
      var thrown =
          assertThrows(
              ExecutionException.class,
              () -> Labs.run(without, Labs.request("sleep", LONG, PYTHON, Start.WARM, 1)));
      assertInstanceOf(InputException.class, thrown.getCause());
      assertEquals(why, thrown.getCause().getMessage());
      assertEquals(0, without.warmWorkers());
    }
  }

  @Test
  void aPythonThatDiesWhenItIsUsedFailsTheRun(@TempDir Path folder) throws Exception {
    var fake = FakePython.goodUntilUsed(folder, "echo 'out of paper' >&2; exit 3");
    try (var broken = Labs.open(cache, PythonFinder.of(fake.toString()))) {
      assertTrue(broken.unavailable(EngineKind.PYTHON).isEmpty());
      var thrown =
          assertThrows(
              ExecutionException.class,
              () -> Labs.run(broken, Labs.request("sleep", LONG, PYTHON, Start.WARM, 1)));
      assertInstanceOf(ExperimentFailedException.class, thrown.getCause());
      assertTrue(
          thrown.getCause().getMessage().contains("exit code 3: out of paper"),
          thrown.getCause().getMessage());
    }
  }
}
