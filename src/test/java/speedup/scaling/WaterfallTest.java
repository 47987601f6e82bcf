package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.scaling.Waterfall.Cause;

class WaterfallTest {
  private static TimedRun baseline(Breakdown times) {
    return Studies.with(Studies.run(EngineKind.SEQUENTIAL, 1, 1, times.total(), 1, 1), times);
  }

  private static TimedRun run(int workers, Breakdown times) {
    return Studies.with(
        Studies.run(EngineKind.PROCESSES, workers, 1, times.total() / workers, 1, 1), times);
  }

  @Test
  void addsUpFromTheIdealToTheMeasuredSpeedup() {
    var random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      int workers = 1 + random.nextInt(16);
      var run =
          Studies.disturbed(
              run(
                  workers,
                  new Breakdown(
                      r(random),
                      r(random),
                      r(random),
                      r(random),
                      5 * r(random),
                      r(random),
                      r(random))),
              random.nextDouble());
      var baseline = baseline(new Breakdown(0, 0, 0, r(random), 4, 0, r(random)));

      var fall = Waterfall.of(baseline, run, 4, 8);

      double level = workers;
      for (var step : fall.steps()) {
        assertEquals(level, step.before());
        level = step.after();
      }
      assertEquals(baseline.sample().seconds() / run.sample().seconds(), fall.speedup(), 1e-12);
      assertEquals(fall.speedup(), level, 1e-9);
      assertEquals(0, fall.loss(Cause.UNEXPLAINED), 1e-9);
    }
  }

  private static double r(SplittableRandom random) {
    return random.nextDouble() + 0.01;
  }

  @Test
  void countsEachLossInWorkersThatDidItOnAverage() {
    // 2 s on 4 workers: 8 s of which 1 s each are start, waiting, tail and merge, and 4 s are work
    var fall =
        Waterfall.of(
            baseline(new Breakdown(0, 0, 0, 0, 4, 0, 0)),
            run(4, new Breakdown(1, 0, 1, 0, 4, 1, 1)),
            4,
            4);

    assertEquals(2, fall.speedup());
    assertEquals(0.5, fall.loss(Cause.START));
    assertEquals(0.5, fall.loss(Cause.WAITING));
    assertEquals(0.5, fall.loss(Cause.IDLE_TAIL));
    assertEquals(0.5, fall.loss(Cause.MERGE));
    assertEquals(0, fall.loss(Cause.SLOWER_COMPUTING));
    assertEquals(10, fall.steps().size());
  }

  @Test
  void doesNotCallLostWhatTheBaselineNeedsToo() {
    var fall =
        Waterfall.of(
            baseline(new Breakdown(0, 0, 0, 0, 3, 0, 1)),
            run(2, new Breakdown(0, 0, 0, 0, 3, 0, 2)),
            2,
            2);

    assertEquals(1 / 2.5, fall.loss(Cause.MERGE), 1e-12);
    assertEquals(4 / 2.5, fall.speedup(), 1e-12);
  }

  @Test
  void splitsSlowerComputingIntoSharedCoresOtherProgramsAndTheMachine() {
    var baseline = baseline(new Breakdown(0, 0, 0, 0, 1, 0, 0));
    var crowded = Waterfall.of(baseline, run(4, new Breakdown(0, 0, 0, 0, 2, 0, 0)), 2, 2);
    assertEquals(2, crowded.loss(Cause.SHARED_CORES));
    assertEquals(0, crowded.loss(Cause.SLOWER_COMPUTING));

    var slow = run(2, new Breakdown(0, 0, 0, 0, 2, 0, 0));
    var quiet = Waterfall.of(baseline, slow, 2, 2);
    assertEquals(1, quiet.loss(Cause.SLOWER_COMPUTING));
    assertEquals(Cause.SLOWER_COMPUTING, quiet.largest().orElseThrow().cause());
    var busy = Waterfall.of(baseline, Studies.disturbed(slow, 0.45), 2, 2);
    assertEquals(0.9, busy.loss(Cause.OTHER_PROGRAMS), 1e-12);
    assertEquals(0.1, busy.loss(Cause.SLOWER_COMPUTING), 1e-12);
    // others that had a processor of their own took nothing away
    var apart = Waterfall.of(baseline, Studies.disturbed(slow, 0.45), 4, 4);
    assertEquals(0, apart.loss(Cause.OTHER_PROGRAMS), 1e-12);
  }

  @Test
  void showsFasterComputingAsAGain() {
    var fall =
        Waterfall.of(
            baseline(new Breakdown(0, 0, 0, 0, 1, 0, 0)),
            run(2, new Breakdown(0, 0, 0, 0, 0.8, 0, 0)),
            2,
            2);

    assertEquals(-0.5, fall.loss(Cause.SLOWER_COMPUTING), 1e-12);
    assertEquals(2.5, fall.speedup(), 1e-12);
    assertEquals(Optional.empty(), fall.largest());
  }

  @Test
  void takesAPointOfAStudyApart() {
    var study = Studies.study(Samples.sweep(4, 5, 0.01, 1, new TimeModel(0.8, 0.2, 0)::seconds), 4);
    var point = study.point(4).orElseThrow();

    var fall = Waterfall.of(study, point).value().orElseThrow();
    assertEquals(point.speedup().value().orElseThrow().value(), fall.speedup(), 1e-12);
    assertTrue(fall.steps().stream().allMatch(step -> !step.cause().label().isBlank()));
  }

  @Test
  void refusesRunsOfDifferentSizes() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Waterfall.of(
                Studies.run(EngineKind.SEQUENTIAL, 1, 1, 1, 1, 1),
                Studies.run(EngineKind.PROCESSES, 2, 1, 1, 1, 2),
                2,
                2));
  }
}
