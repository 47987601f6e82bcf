package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;
import speedup.measure.TraceRecorder;
import speedup.measure.WorkerStats;
import speedup.scaling.Verdict.Kind;

class AnalysisTest {
  private static final Breakdown BREAKDOWN = new Breakdown(0, 0, 0.4, 0, 2, 0, 0);

  @Test
  void comparesMedians() {
    var samples = Samples.both(Samples.sequential(2, 2.1, 1.9), Samples.of(2, 1.3, 1.2, 1.2));

    var analysis = analysis(samples, 2, BREAKDOWN, 2);

    assertEquals(2.0, analysis.sequential().median());
    assertEquals(1.2, analysis.parallel().median());
    assertEquals(2, analysis.workers());
    assertEquals(2 / 1.2, analysis.speedup(), 1e-12);
    assertEquals(1 / 1.2, analysis.efficiency(), 1e-12);
    assertEquals(0.2, analysis.karpFlatt().orElseThrow(), 1e-12);
    assertEquals(0.2, analysis.serialFraction().value().orElseThrow(), 1e-12);
    assertEquals(2.0, analysis.model().orElseThrow().seconds(1), 1e-12);
    assertEquals(1.2, analysis.model().orElseThrow().seconds(2), 1e-12);
    assertEquals(Kind.LARGEST_LOSS, analysis.verdict().kind());
  }

  @Test
  void givesAnIntervalOfTheSpeedupFromFiveRepeatsOfBothOn() {
    double[] five = {1, 1.02, 0.99, 1.01, 0.98};
    double[] four = {1, 1.02, 0.99, 1.01};

    var interval =
        analysis(Samples.both(Samples.sequential(five), Samples.of(2, five)), 2, BREAKDOWN, 2)
            .speedupInterval()
            .orElseThrow();

    assertTrue(interval.low() < 1 && 1 < interval.high());
    assertTrue(interval.low() >= 0.98 / 1.02 && interval.high() <= 1.02 / 0.98);
    for (var samples :
        List.of(
            Samples.both(Samples.sequential(four), Samples.of(2, five)),
            Samples.both(Samples.sequential(five), Samples.of(2, four)))) {
      assertEquals(Optional.empty(), analysis(samples, 2, BREAKDOWN, 2).speedupInterval());
    }
  }

  @Test
  void coversTheTrueSpeedup() {
    int covered = 0;
    for (int seed = 0; seed < 200; seed++) {
      var samples = Samples.sweep(2, 7, 0.03, seed, p -> 1.0 / p);
      var interval = analysis(samples, 2, BREAKDOWN, 2).speedupInterval().orElseThrow();
      covered += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
    }

    assertTrue(covered >= 186, covered + " of 200");
  }

  @Test
  void hasNoKarpFlattFractionAndNoModelForOneWorker() {
    var samples = Samples.both(Samples.sequential(2, 2, 2), Samples.of(1, 2, 2, 2));

    var analysis = analysis(samples, 1, BREAKDOWN, 2);

    assertEquals(OptionalDouble.empty(), analysis.karpFlatt());
    assertEquals(Optional.empty(), analysis.model());
    assertEquals(1.0, analysis.efficiency());
    assertTrue(analysis.serialFraction().reason().isPresent());
  }

  @Test
  void speaksAboutTheAskedWorkerCountAndFitsAll() {
    var truth = new TimeModel(0.8, 0.2, 0);
    var samples = Samples.sweep(8, 3, 0, 1, truth::seconds);

    var analysis = analysis(samples, 4, BREAKDOWN, 8);

    assertEquals(truth.speedup(4), analysis.speedup(), 1e-12);
    assertEquals(truth.seconds(8), analysis.model().orElseThrow().seconds(8), 1e-9);
  }

  @Test
  void knowsHowTheWorkWasCut() {
    var samples = Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1.4, 1.4, 1.4));
    var waiting = new Breakdown(0, 0, 0.8, 0, 2, 0, 0);
    var few = List.of(stats(0, 6, 1.2), stats(1, 5, 0.8));
    var many = List.of(stats(0, 60_000, 1.2), stats(1, 50_000, 0.8));

    assertTrue(
        analysis(samples, EngineKind.PROCESSES, 2, waiting, few, 2)
            .verdict()
            .advice()
            .contains("serial fraction"));
    assertTrue(
        analysis(samples, EngineKind.PROCESSES, 2, waiting, many, 2)
            .verdict()
            .advice()
            .contains("chunk size"));
    assertTrue(analysis(samples, 2, waiting, 2).verdict().advice().contains("chunk size"));
  }

  @Test
  void looksAtTheSamplesOfItsEngineOnlyAndNamesTheLockWhereThereIsOne() {
    var samples =
        new ArrayList<>(Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1, 1, 1)));
    for (var repeat = 1; repeat <= 3; repeat++) {
      samples.add(new Sample(EngineKind.THREADS_ONE_LOCK, 2, repeat, 1.95));
    }
    var waiting = new Breakdown(0, 0, 1.9, 0, 2, 0, 0);
    var stats = List.of(stats(0, 6, 1), stats(1, 6, 1));

    var locked = analysis(samples, EngineKind.THREADS_ONE_LOCK, 2, waiting, stats, 2);

    assertEquals(2 / 1.95, locked.speedup(), 1e-9);
    assertEquals(0.95, locked.serialFraction().value().orElseThrow(), 0.01);
    assertTrue(locked.verdict().advice().contains("one lock"), locked.verdict().advice());
    assertEquals(2, analysis(samples, 2, BREAKDOWN, 2).speedup(), 1e-9);
  }

  @Test
  void takesATraceForItsBreakdown() {
    var recorder = new TraceRecorder();
    recorder.accept(
        new PoolEvent.ChunkFinished(0, 1_400_000_000, 1, 0, 1, 0, 0, 1_400_000_000, 0, 0, 0));
    var run = recorder.finish(0, 1_400_000_000, 1_400_000_000, 2);
    var samples = Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1.4, 1.4, 1.4));

    var analysis = analysis(samples, EngineKind.PROCESSES, 2, run.breakdown(), run.workers(), 2);

    assertEquals(
        "Workers had nothing to do 50 % of the time, as there was 1 chunk for 2 workers: make the"
            + " chunks smaller.",
        analysis.verdict().advice());
  }

  @Test
  void refusesSamplesWithoutABaselineWithoutTheWorkerCountAndNoCores() {
    var samples = Samples.both(Samples.sequential(2), Samples.of(2, 1));

    assertThrows(IllegalArgumentException.class, () -> analysis(Samples.of(2, 1), 2, BREAKDOWN, 2));
    assertThrows(IllegalArgumentException.class, () -> analysis(samples, 3, BREAKDOWN, 2));
    assertThrows(IllegalArgumentException.class, () -> analysis(samples, 2, BREAKDOWN, 0));
    assertThrows(IllegalArgumentException.class, () -> analysis(List.of(), 2, BREAKDOWN, 2));
  }

  @Test
  void standsSamplesOfOneRepeat() {
    var analysis =
        analysis(
            List.of(
                new Sample(EngineKind.SEQUENTIAL, 1, 1, 2),
                new Sample(EngineKind.PROCESSES, 2, 1, 1.05)),
            2,
            BREAKDOWN,
            2);

    assertEquals(Kind.NEAR_IDEAL, analysis.verdict().kind());
    assertEquals(Optional.empty(), analysis.speedupInterval());
  }

  private static Analysis analysis(
      List<Sample> samples, int workers, Breakdown breakdown, int cores) {
    return analysis(samples, EngineKind.PROCESSES, workers, breakdown, List.of(), cores);
  }

  /** Of times alone. */
  private static Analysis analysis(
      List<Sample> samples,
      EngineKind engine,
      int workers,
      Breakdown breakdown,
      List<WorkerStats> stats,
      int cores) {
    return Analysis.of(
        samples.stream().map(TimedRuns::unexplained).toList(),
        engine,
        new Analysis.MedianRun(workers, breakdown, stats, OptionalDouble.empty(), false),
        cores);
  }

  private static WorkerStats stats(int worker, long tasks, double busySeconds) {
    return new WorkerStats(worker, 1, tasks, tasks, busySeconds, busySeconds, -1);
  }
}
