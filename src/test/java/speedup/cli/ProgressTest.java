package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final Progress progress = new Progress(request(RunRequest.COMPARE), clock::get);

  private static RunRequest request(List<EngineKind> engines) {
    return new RunRequest(
        "numbers-file", Map.of(), engines, 2, OptionalInt.empty(), 2, RunRequest.Start.WARM);
  }

  private static RunEvent finished(EngineKind engine, int workers, int repeat, double seconds) {
    return new RunEvent.RunFinished(
        0, TimedRuns.of(new Sample(engine, workers, repeat, seconds)), List.of());
  }

  @Test
  void namesThePhaseAndItsDetail() {
    progress.accept(new RunEvent.PhaseStarted(0, Phase.PREPARE));
    progress.accept(new RunEvent.PhaseProgress(0, 0.5, "reading numbers.txt"));
    clock.set(2 * SECOND);

    var now = progress.now();

    assertEquals("preparing the input: reading numbers.txt", now.label());
    assertEquals(0.5, now.fraction());
    assertEquals(2, now.secondsLeft(), 1e-9);
  }

  @Test
  void estimatesTheFirstRunFromItsItemsAndTheOtherEngineFromIt() {
    progress.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    progress.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, 1, 2, 100));
    clock.set(SECOND);
    progress.accept(new RunEvent.SequentialProgress(0, 25));

    var now = progress.now();

    assertEquals("sequential, run 1 of 2", now.label());
    assertEquals(1 / 12.0, now.fraction(), 1e-9);
    assertEquals(11, now.secondsLeft(), 1e-9);
  }

  @Test
  void countsTheBaselineAloneWhereNothingIsCompared() {
    var baseline = new Progress(request(RunRequest.BASELINE), clock::get);
    baseline.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    baseline.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, 1, 2, 100));
    baseline.accept(finished(EngineKind.SEQUENTIAL, 1, 1, 4));

    assertEquals(0.5, baseline.now().fraction(), 1e-9);
    assertEquals(4, baseline.now().secondsLeft(), 1e-9);
  }

  @Test
  void estimatesLaterRunsFromEarlierOnes() {
    progress.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    for (int repeat = 1; repeat <= 2; repeat++) {
      progress.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, repeat, 2, 100));
      progress.accept(finished(EngineKind.SEQUENTIAL, 1, repeat, 6));
    }
    progress.accept(new RunEvent.RunStarted(0, EngineKind.PROCESSES, 2, 1, 2, 100));
    progress.accept(finished(EngineKind.PROCESSES, 2, 1, 4));
    progress.accept(new RunEvent.RunStarted(0, EngineKind.PROCESSES, 2, 2, 2, 100));
    progress.accept(
        new RunEvent.OfWorker(new PoolEvent.ChunkFinished(0, 0, 1, 0, 50, 0, 0, 0, 0, 0, 0)));

    var now = progress.now();

    assertEquals("processes on 2 workers, run 2 of 2", now.label());
    assertEquals(0.9, now.fraction(), 1e-9);
    assertEquals(2, now.secondsLeft(), 1e-9);
  }

  @Test
  void promisesNothingBeforeAnythingIsDone() {
    progress.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    progress.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, 1, 2, 100));
    clock.set(SECOND);

    assertEquals(new Progress.Snapshot("sequential, run 1 of 2", 0, Double.NaN), progress.now());
  }

  @Test
  void drawsOneFullLine() {
    var line = ProgressBar.line(new Progress.Snapshot("sequential, run 1 of 2", 0.5, 61));

    assertTrue(line.startsWith("[############------------]  50 %  1:01 min left  seq"), line);
    assertEquals(79, line.length());
    assertEquals(79, ProgressBar.line(new Progress.Snapshot("x".repeat(99), 1, 2)).length());
  }

  @Test
  void drawsNoBarWhereTheShareIsNotKnown() {
    var line = ProgressBar.line(new Progress.Snapshot("starting workers", Double.NaN, Double.NaN));

    assertEquals("starting workers", line.strip());
  }
}
