package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;

/** Stop answers soon, in the middle of anything. */
@Timeout(60)
class StopTest {
  private static final Map<String, String> LONG = Map.of("tasks", "40", "size", "1000000000");
  private static final Map<String, String> TINY = Map.of("items", "2000");
  private static ProcessLab lab;

  @BeforeAll
  static void open(@TempDir Path cache) {
    lab = Labs.open(cache);
  }

  @AfterAll
  static void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  /** When to stop, and in which run. */
  record Moment(String name, RunRequest request, Predicate<RunEvent> when) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Predicate<RunEvent> phase(Phase phase) {
    return event -> event instanceof RunEvent.PhaseStarted started && started.phase() == phase;
  }

  private static Predicate<RunEvent> run(EngineKind engine) {
    return event -> event instanceof RunEvent.RunStarted run && run.engine() == engine;
  }

  static Stream<Moment> moments() {
    var longRun = Labs.request("sum-of-squares", LONG);
    var sleeping = Labs.request("sleep", Map.of("tasks", "200", "millis", "100"));
    var sized = Labs.request("sum-of-squares", Map.of());
    var file = Labs.request("primes-file", Map.of("count", "20000000", "seed", "77"));
    var cold =
        Labs.request(
            "sleep", Map.of("tasks", "30", "millis", "100"), RunRequest.COMPARE, Start.COLD, 3);
    var quickBaseline =
        Labs.request(
            "sleep", Map.of("tasks", "8", "millis", "100"), RunRequest.COMPARE, Start.WARM, 3);
    return Stream.of(
        new Moment("starting", longRun, phase(Phase.START)),
        new Moment("sizing", sized, phase(Phase.SIZE)),
        new Moment("preparing a large file", file, RunEvent.PhaseProgress.class::isInstance),
        new Moment("warm-up of long tasks", longRun, phase(Phase.WARM_UP)),
        new Moment("warm-up of sleeping tasks", sleeping, phase(Phase.WARM_UP)),
        new Moment("baseline", sleeping, run(EngineKind.SEQUENTIAL)),
        new Moment("baseline of long tasks", longRun, run(EngineKind.SEQUENTIAL)),
        new Moment("parallel", quickBaseline, run(EngineKind.PROCESSES)),
        new Moment(
            "cold start", cold, event -> event instanceof RunEvent.OfWorker(PoolEvent.Starting _)),
        new Moment("cold baseline", cold, run(EngineKind.SEQUENTIAL)),
        new Moment("cold parallel", cold, run(EngineKind.PROCESSES)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void stopsWhile(Moment moment) throws Exception {
    var reached = new CountDownLatch(1);
    var handle =
        lab.start(
            moment.request(),
            event -> {
              if (moment.when().test(event)) {
                reached.countDown();
              }
            });
    var report = handle.report();
    report.whenComplete((_, _) -> reached.countDown());
    assertTrue(reached.await(30, TimeUnit.SECONDS));
    handle.stop();
    assertThrows(CancellationException.class, () -> report.get(2, TimeUnit.SECONDS));
    assertEquals(2_000, Labs.run(lab, Labs.request("tiny-tasks", TINY)).items());
    assertTrue(Labs.workers() <= 2, Labs.workers() + " workers");
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().descendants().toList();
  }

  @Test
  void closingStopsWhatRunsAndLeavesNoProcess(@TempDir Path cache) throws Exception {
    for (var start : Start.values()) {
      var own = Labs.open(cache);
      var reached = new CountDownLatch(1);
      var handle =
          own.start(
              Labs.request(
                  "sleep", Map.of("tasks", "50", "millis", "100"), RunRequest.COMPARE, start, 2),
              event -> {
                if (event instanceof RunEvent.OfWorker(PoolEvent.ChunkFinished _)) {
                  reached.countDown();
                }
              });
      assertTrue(reached.await(30, TimeUnit.SECONDS));
      var before = workers();
      own.close();
      assertTrue(before.stream().filter(ProcessHandle::isAlive).count() <= lab.warmWorkers());
      assertTrue(handle.report().isCompletedExceptionally());
      assertThrows(
          IllegalStateException.class, () -> own.start(Labs.request("tiny-tasks", TINY), _ -> {}));
    }
  }
}
