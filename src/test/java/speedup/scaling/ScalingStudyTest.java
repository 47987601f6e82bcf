package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.scaling.Studies.runs;
import static speedup.scaling.Studies.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;

class ScalingStudyTest {
  private static final TimeModel AMDAHL = new TimeModel(0.8, 0.2, 0);

  @Test
  void tellsEachPointByItsMedian() {
    var study =
        study(
            Samples.both(
                Samples.both(
                    Samples.sequential(2, 2.1, 1.9, 2, 2), Samples.of(2, 1.2, 1.1, 1.3, 1.2, 1.2)),
                Samples.of(1, 2.2, 2.2, 2.2)),
            2);

    var two = study.point(2).orElseThrow();
    assertEquals(2 / 1.2, two.speedup().value().orElseThrow().value(), 1e-12);
    assertEquals(1 / 1.2, two.efficiency().orElseThrow(), 1e-12);
    assertEquals(0.2, two.karpFlatt().orElseThrow(), 1e-12);
    var range = two.speedup().value().orElseThrow().interval().value().orElseThrow();
    assertTrue(range.low() < 2 / 1.2 && 2 / 1.2 < range.high());
    assertTrue(two.fitted());

    var one = study.baseline().value().orElseThrow();
    assertEquals(1, one.speedup().value().orElseThrow().value());
    assertEquals(OptionalDouble.empty(), one.karpFlatt());
    var pool = study.poolOnOneWorker().value().orElseThrow();
    assertEquals(2 / 2.2, pool.speedup().value().orElseThrow().value(), 1e-12);
    assertFalse(pool.fitted());
    assertEquals(List.of(one, pool, two), study.allPoints());
    assertEquals(Optional.of(two), study.best());
  }

  @Test
  void countsAsOverheadAllButTheBaselinesComputing() {
    var runs = new ArrayList<>(runs(Samples.sequential(1)));
    runs.addAll(runs(Samples.of(2, 0.8)));
    runs.add(
        Studies.with(
            runs(Samples.of(4, 0.5)).getFirst(), new Breakdown(0.1, 0.1, 0.2, 0.2, 0.8, 0.3, 0.3)));

    var study = ScalingStudy.of(runs, EngineKind.PROCESSES, 4, 4);

    assertEquals(0, study.baseline().value().orElseThrow().overheadShare().orElseThrow(), 1e-12);
    // 1.6 s of computing where the baseline has 1
    assertEquals(0.375, study.point(2).orElseThrow().overheadShare().orElseThrow(), 1e-12);
    // less computing than the baseline's is no negative overhead
    assertEquals(0.6, study.point(4).orElseThrow().overheadShare().orElseThrow(), 1e-12);
  }

  @Test
  void marksOutliersAndNoisyRunsAndDropsNone() {
    var runs = new ArrayList<>(runs(Samples.sequential(2, 2, 2)));
    runs.addAll(runs(Samples.of(2, 1.2, 1.21, 1.19, 1.2, 9)));
    runs.set(3, Studies.disturbed(runs.get(3), 0.3));

    var two = ScalingStudy.of(runs, EngineKind.PROCESSES, 2, 2).point(2).orElseThrow();

    assertEquals(5, two.runs().size());
    assertEquals(1, two.outliers());
    assertTrue(two.runs().getLast().outlier());
    assertEquals(1, two.noisyRuns());
    assertTrue(two.runs().getFirst().noisy());
    assertEquals(1.2, two.seconds().median());
    assertEquals(
        List.of(
            "Fitted from 1 to 2 workers; beyond that the curves are extrapolated.",
            "During 1 of 8 runs other programs used more than 10 % of the processors: close them"
                + " for numbers to rely on.",
            "1 run is marked as far from the others; medians are hardly moved by them, and none was"
                + " dropped."),
        ScalingStudy.of(runs, EngineKind.PROCESSES, 2, 2).notes());
  }

  @Test
  void doesNotCallRepeatsOutliersThatHardlyDiffer() {
    var study =
        study(Samples.both(Samples.sequential(2, 2, 2, 2, 2.01), Samples.of(2, 1, 1, 1)), 2);

    assertEquals(0, study.baseline().value().orElseThrow().outliers());
  }

  @Test
  void fitsOnlyUpToThePhysicalCoresAndShowsTheRest() {
    var samples = Samples.both(Samples.sweep(4, 5, 0.01, 7, AMDAHL::seconds), Samples.of(8, 9, 9));

    var study = ScalingStudy.of(runs(samples), EngineKind.PROCESSES, 4, 8);

    assertEquals(4, study.points().size());
    assertFalse(study.point(8).orElseThrow().fitted());
    var law = study.preferred().value().orElseThrow();
    assertEquals(4, law.mostWorkers());
    assertTrue(law.isExtrapolated(4.5));
    assertFalse(law.isExtrapolated(4));
    assertEquals(0.2, law.serialFraction().value(), 0.02);
    assertEquals(
        "More workers than the 4 physical cores are shown, but not fitted, as they share cores.",
        study.notes().get(1));
  }

  @Test
  void predictsOtherMachinesAsPredictions() {
    var study = study(Samples.sweep(4, 15, 0.02, 3, AMDAHL::seconds), 4);

    assertEquals(
        List.of(8, 16, 32, 64, 128), study.predictions().stream().map(Prediction::cores).toList());
    for (var prediction : study.predictions()) {
      var range = prediction.speedup().interval().value().orElseThrow();
      double truth = Amdahl.speedup(0.2, prediction.cores());
      assertTrue(range.low() < truth && truth < range.high(), prediction.toString());
      assertEquals(prediction.speedup().value() / prediction.cores(), prediction.efficiency());
    }
  }

  @Test
  void saysWhatIsMissingWithoutABaselineAndShowsTheTimes() {
    var study = study(Samples.both(Samples.of(1, 2, 2, 2), Samples.of(2, 1, 1, 1)), 2);

    var missing = Optional.of("there is no sequential run to compare with; run the baseline too");
    assertEquals(missing, study.baseline().missing());
    assertEquals(missing, study.amdahl().missing());
    assertEquals(missing, study.preferred().missing());
    assertEquals(missing, study.atEqualSpeed().missing());
    assertEquals(missing, study.point(2).orElseThrow().speedup().missing());
    assertEquals(OptionalDouble.empty(), study.point(2).orElseThrow().efficiency());
    assertEquals(1, study.point(2).orElseThrow().seconds().median());
    assertEquals(Optional.empty(), study.best());
    assertEquals(List.of(), study.predictions());
  }

  @Test
  void saysWhatIsMissingWithOnePoint() {
    var study = study(Samples.sequential(2, 2, 2), 4);

    assertEquals(
        Optional.of(
            "only 1 worker was measured up to the 4 physical cores; run with 2 to 4 workers"),
        study.amdahl().missing());
    assertEquals(
        Optional.of("the pool was not run on one worker"), study.poolOnOneWorker().missing());
  }

  @Test
  void saysWhatIsMissingWithoutRunsOrOnOneCore() {
    assertEquals(Optional.of("there are no runs yet"), study(List.of(), 4).preferred().missing());
    assertEquals(
        Optional.of("this machine has 1 physical core; a serial fraction needs runs on at least 2"),
        study(Samples.both(Samples.sequential(1), Samples.of(2, 1)), 1).preferred().missing());
  }

  @Test
  void saysThatTwoWorkerCountsMakeNoUniversalLaw() {
    var study = study(Samples.sweep(2, 5, 0.01, 1, AMDAHL::seconds), 2);

    assertEquals(
        Optional.of(
            "the universal law needs 3 worker counts up to the physical cores, and 2 were"
                + " measured"),
        study.universal().missing());
    assertTrue(study.amdahl().isPresent());
  }

  @Test
  void givesNoIntervalForTwoRepeatsOrTimesThatAreAllEqual() {
    var few = study(Samples.sweep(4, 2, 0.01, 1, AMDAHL::seconds), 4);
    assertEquals(
        Optional.of("an interval needs at least 3 repeats"),
        few.amdahl().value().orElseThrow().serialFraction().interval().missing());

    List<Sample> same = Samples.sweep(4, 5, 0, 1, _ -> 2);
    var law = study(same, 4).amdahl().value().orElseThrow();
    assertEquals(1, law.serialFraction().value(), 1e-12);
    assertEquals(1, law.ceiling().value(), 1e-12);
    assertTrue(
        law.band(8).missing().orElseThrow().startsWith("all repeats took exactly the same time"));
    assertEquals(
        law.band(8).missing(),
        study(same, 4).point(2).orElseThrow().speedup().value().orElseThrow().interval().missing());
  }

  @Test
  void refusesWhatIsNoStrongStudy() {
    var one = Studies.run(EngineKind.SEQUENTIAL, 1, 1, 1, 1, 1);
    var two = Studies.run(EngineKind.PROCESSES, 2, 1, 1, 1, 2);

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> ScalingStudy.of(List.of(one, two), EngineKind.PROCESSES, 2, 2));
    assertTrue(thrown.getMessage().contains("compare those of one size"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScalingStudy.of(List.of(one), EngineKind.SEQUENTIAL, 2, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScalingStudy.of(List.of(one), EngineKind.PROCESSES, 2, 1));
  }

  @Test
  void takesSlowerComputingOutOfTheSerialFraction() {
    // a fifth serial on 2 workers, and computing takes 4 % longer while both are busy
    var runs = new ArrayList<>(runs(Samples.sequential(3, 3.003, 2.997)));
    for (int repeat = 1; repeat <= 3; repeat++) {
      double noise = 1 + 0.0005 * (repeat - 2);
      double shared = 2.4 * 1.04 * noise;
      runs.add(
          Studies.with(
              Studies.run(EngineKind.PROCESSES, 2, repeat, 0.6 + shared / 2, 1, 1),
              new Breakdown(0, 0, 0.6, 0, 0.6 + shared, 0, 0)));
    }

    var study = ScalingStudy.of(runs, EngineKind.PROCESSES, 2, 2);

    assertEquals(0.232, study.amdahl().value().orElseThrow().serialFraction().value(), 1e-9);
    assertEquals(0.2, study.atEqualSpeed().value().orElseThrow().serialFraction().value(), 1e-9);
    assertEquals(0.2, study.serialFraction().value().orElseThrow(), 1e-9);
    assertEquals(
        0.2, SerialFractions.of(runs, EngineKind.PROCESSES, 2).value().orElseThrow(), 1e-9);
    var fall = Waterfall.of(study, study.point(2).orElseThrow()).value().orElseThrow();
    assertEquals(0.096 / 1.848, fall.loss(Waterfall.Cause.SLOWER_COMPUTING), 1e-9);
    assertEquals(0.6 / 1.848, fall.loss(Waterfall.Cause.WAITING), 1e-9);
  }

  @Test
  void saysThatItIsNotKnownWhereTheTimeWent() {
    var nothing = new Breakdown(0, 0, 0, 0, 0, 0, 0);
    var runs =
        runs(Samples.sweep(2, 3, 0.01, 1, AMDAHL::seconds)).stream()
            .map(run -> Studies.with(run, nothing))
            .toList();

    var study = ScalingStudy.of(runs, EngineKind.PROCESSES, 2, 2);

    assertTrue(study.amdahl().isPresent());
    assertEquals(
        Optional.of("it is not known where the time of the runs went"),
        study.atEqualSpeed().missing());
    assertEquals(OptionalDouble.empty(), study.point(2).orElseThrow().overheadShare());
  }

  @Test
  void saysWhyAPointIsWhatItIs() {
    var runs = new ArrayList<>(runs(Samples.sequential(2, 2, 2)));
    for (var run : runs(Samples.of(2, 1.6, 1.6, 1.6))) {
      runs.add(Studies.with(run, new Breakdown(0, 0, 1.2, 0, 2, 0, 0)));
    }
    var study = ScalingStudy.of(runs, EngineKind.PROCESSES, 2, 2);
    var two = study.point(2).orElseThrow();

    // a chunk of one item, two million of them: a microsecond each
    var small = study.verdict(two, 2_000_000).value().orElseThrow();
    assertEquals("Workers waited 37 % of the time: raise the chunk size.", small.advice());
    assertEquals(Optional.of(Verdict.Part.WAITING), small.evidence());
    assertEquals(Verdict.Chart.BREAKDOWN, small.chart());
    // twenty long ones: the time was not lost to handing over
    var serial = study.verdict(two, 20).value().orElseThrow();
    assertTrue(serial.advice().contains("a serial fraction of 60 %"), serial.advice());
    assertThrows(IllegalArgumentException.class, () -> study.verdict(two, 0));
    // stages wait for each other, whatever the chunks
    var chain = study.verdictOfChain(two).value().orElseThrow();
    assertTrue(chain.advice().contains("The stages waited for each other"), chain.advice());
  }

  @Test
  void givesTheSerialFractionThatASingleComparisonGives() {
    var samples = Samples.sweep(4, 7, 0.03, 2, AMDAHL::seconds);

    assertSameSerialFraction(samples);
    var few = Samples.sweep(4, 2, 0.03, 2, AMDAHL::seconds);
    assertSameSerialFraction(few);
    var one = Samples.sequential(1, 1);
    assertSameSerialFraction(one);
  }

  private static void assertSameSerialFraction(List<Sample> samples) {
    var computed = runs(samples);
    var unexplained = samples.stream().map(TimedRuns::unexplained).toList();
    for (var runs : List.of(computed, unexplained)) {
      assertEquals(
          SerialFractions.of(runs, EngineKind.PROCESSES, 4),
          ScalingStudy.of(runs, EngineKind.PROCESSES, 4, 4).serialFraction());
    }
    assertEquals(
        SerialFractions.of(samples, 4), SerialFractions.of(unexplained, EngineKind.PROCESSES, 4));
  }
}
