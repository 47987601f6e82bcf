package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.measure.TimedRun;
import speedup.pool.JvmLauncher;
import speedup.python.PythonFinder;
import speedup.workload.InputException;

@Timeout(60)
class SweepLabTest {
  @TempDir Path cache;
  private Lab lab;

  @BeforeEach
  void openLab() {
    lab =
        new ProcessLab(
            JvmLauncher.ofThisProcess(List.of()), new InputRoom(cache), new PythonFinder());
  }

  @AfterEach
  void closeLab() {
    lab.close();
  }

  private static RunRequest run(String workload, Map<String, String> settings, int repeats) {
    return new RunRequest(
        workload, settings, RunRequest.COMPARE, 1, OptionalInt.empty(), repeats, Start.WARM);
  }

  private SweepReport sweep(SweepRequest request, ConcurrentLinkedQueue<TimedRun> heard)
      throws Exception {
    return lab.sweep(
            request,
            event -> {
              if (event instanceof RunEvent.RunFinished done) {
                heard.add(done.run());
              }
            })
        .report()
        .get(50, TimeUnit.SECONDS);
  }

  @Test
  void measuresEveryWorkerCountAsOftenAsAskedInRandomOrder() throws Exception {
    var request =
        new SweepRequest(
            run("sum-of-squares", Map.of("tasks", "6", "size", "20000"), 5),
            List.of(3, 1, 2),
            List.of(),
            SweepRequest.ONE_SIZE,
            false,
            42);
    var heard = new ConcurrentLinkedQueue<TimedRun>();
    var report = sweep(request, heard);

    assertEquals(SweepRequest.Axis.WORKERS, request.axis());
    assertEquals(20, request.runs());
    assertEquals(List.copyOf(heard), report.runs());
    assertEquals(20, report.runs().size());
    for (var workers : List.of(1, 2, 3)) {
      assertEquals(
          5,
          report.runs().stream()
              .filter(timed -> timed.sample().engine() == EngineKind.PROCESSES)
              .filter(timed -> timed.sample().workers() == workers)
              .count());
    }
    var rounds =
        report.runs().stream()
            .map(timed -> timed.sample().engine() + "" + timed.sample().workers());
    var order = rounds.toList();
    assertTrue(
        !order.subList(0, 4).equals(order.subList(4, 8))
            || !order.subList(0, 4).equals(order.subList(8, 12)),
        order.toString());
    for (var timed : report.runs()) {
      assertEquals(
          timed.sample().seconds() * timed.sample().workers(),
          timed.breakdown().total(),
          0.02 * timed.breakdown().total());
    }
  }

  @Test
  void growsTheProblemWithTheWorkersInAWeakStudy() throws Exception {
    var request =
        new SweepRequest(
            run("sum-of-squares", Map.of("tasks", "2", "size", "2000000"), 1),
            List.of(1, 2, 4),
            List.of(),
            SweepRequest.ONE_SIZE,
            true,
            1);
    var report = sweep(request, new ConcurrentLinkedQueue<>());

    assertEquals(4, report.runs().size());
    for (var timed : report.runs()) {
      assertEquals(timed.sample().workers(), timed.size());
    }
    assertEquals(2, report.items());
  }

  @Test
  void variesTheChunkAndTheSize() throws Exception {
    var chunks =
        new SweepRequest(
            run("tiny-tasks", Map.of("items", "4000"), 1),
            List.of(2),
            List.of(1, 100, 2000),
            SweepRequest.ONE_SIZE,
            false,
            1);
    var report = sweep(chunks, new ConcurrentLinkedQueue<>());
    assertEquals(SweepRequest.Axis.CHUNKS, chunks.axis());
    assertEquals(
        List.of(1L, 100L, 2000L),
        report.runs().stream()
            .filter(timed -> timed.sample().engine() == EngineKind.PROCESSES)
            .map(TimedRun::chunkItems)
            .sorted()
            .toList());

    var sizes =
        new SweepRequest(
            run("tiny-tasks", Map.of("items", "4000"), 1),
            List.of(2),
            List.of(),
            List.of(1, 3),
            false,
            1);
    report = sweep(sizes, new ConcurrentLinkedQueue<>());
    assertEquals(SweepRequest.Axis.SIZES, sizes.axis());
    assertEquals(List.of(1, 1, 3, 3), report.runs().stream().map(TimedRun::size).sorted().toList());
  }

  @Test
  void saysWhatCannotBeVaried() {
    var request =
        new SweepRequest(
            run("mandelbrot", Map.of(), 1),
            List.of(1, 2),
            List.of(),
            SweepRequest.ONE_SIZE,
            true,
            1);
    var failure =
        assertThrows(ExecutionException.class, () -> sweep(request, new ConcurrentLinkedQueue<>()));
    var problem = (InputException) failure.getCause();
    assertTrue(problem.getMessage().contains("vary the workers or the chunks"));

    var two =
        new RunRequest(
            "sleep",
            Map.of(),
            List.of(EngineKind.PROCESSES, EngineKind.THREADS),
            2,
            OptionalInt.empty(),
            1,
            Start.WARM);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SweepRequest(two, List.of(1), List.of(), SweepRequest.ONE_SIZE, false, 1));
  }
}
