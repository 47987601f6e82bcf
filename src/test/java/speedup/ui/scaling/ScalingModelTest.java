package speedup.ui.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReports;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.ui.run.SilentLab;
import speedup.workload.InputException;

class ScalingModelTest {
  private final SilentLab lab = new SilentLab();
  private final ScalingModel model =
      new ScalingModel(lab, Runnable::run, Runnable::run, new Finding.Cores(4, 8));

  private static SweepRequest workers() {
    return SweepReports.request(List.of(1, 2, 3, 4, 6), List.of(), List.of(1), false, 5);
  }

  private void finish(int runs) {
    SweepReports.runs(lab.studied).stream()
        .limit(runs)
        .forEach(run -> lab.listener.accept(new RunEvent.RunFinished(1, run, List.of())));
  }

  private Finding study(SweepRequest request, StudyMode mode) {
    model.start(request, mode);
    lab.study.complete(SweepReports.of(request));
    return model.findingProperty().get();
  }

  @Test
  void runsOneStudyAtATime() {
    model.start(workers(), StudyMode.STRONG);
    model.start(workers(), StudyMode.STRONG);
    assertEquals(1, lab.started);
    assertTrue(model.runningProperty().get());
  }

  @Test
  void showsTheFirstRunAtOnce() {
    model.start(workers(), StudyMode.STRONG);
    assertNull(model.findingProperty().get());
    finish(1);
    assertEquals(1, model.findingProperty().get().runs().size());
    assertEquals("Too early for an answer.", ScalingWords.answer(model.findingProperty().get()));
  }

  @Test
  void keepsWhatWasMeasuredWhenItIsStopped() {
    model.start(workers(), StudyMode.STRONG);
    finish(12);
    model.stop();
    assertInstanceOf(ScalingModel.Outcome.Stopped.class, model.outcomeProperty().get());
    assertFalse(model.runningProperty().get());
    assertEquals(12, model.findingProperty().get().runs().size());
  }

  @Test
  void hasNothingToShowWhenItIsStoppedBeforeTheFirstRun() {
    model.start(workers(), StudyMode.STRONG);
    model.stop();
    assertNull(model.findingProperty().get());
    assertInstanceOf(ScalingModel.Outcome.Stopped.class, model.outcomeProperty().get());
  }

  @Test
  void tellsSerialShareCeilingAndPredictions() {
    var found = study(workers(), StudyMode.STRONG);
    assertTrue(found.complete());
    assertTrue(ScalingWords.answer(found).startsWith("Serial share"), ScalingWords.answer(found));
    assertTrue(ScalingWords.big(found).number().endsWith("×"));
    assertTrue(ScalingWords.big(found).caption().contains("95 % sure"));
    assertEquals(64, ScalingWords.predictions(found).get(3).cores());
    assertEquals(List.of(2L, 3L, 4L, 6L), found.places());
    assertEquals(OptionalLong.of(4), found.firstPlace());
    assertTrue(found.waterfall(4).isPresent());
    assertTrue(found.verdict(4).isPresent());
    assertNotNull(model.whatIfProperty().get());
  }

  @Test
  void saysWhatIsMissingForALaw() {
    var found =
        study(SweepReports.request(List.of(6), List.of(), List.of(1), false, 3), StudyMode.STRONG);
    assertTrue(
        ScalingWords.answer(found).startsWith("No law can be fitted: "),
        ScalingWords.answer(found));
    assertNull(model.whatIfProperty().get());
    assertTrue(ScalingWords.predictions(found).isEmpty());
  }

  @Test
  void studiesAGrowingProblem() {
    var found =
        study(SweepReports.request(List.of(2, 4), List.of(), List.of(1), true, 5), StudyMode.WEAK);
    assertTrue(ScalingWords.answer(found).contains("of the parallel run"));
    assertTrue(found.waterfall(4).missing().isPresent());
    assertTrue(found.medianRun(4).isPresent());
  }

  @Test
  void studiesChunksAndUsesTheirCostInAWhatIf() {
    var chunks =
        study(
            SweepReports.request(List.of(4), List.of(1, 10, 100, 1000), List.of(1), false, 5),
            StudyMode.CHUNKS);
    assertEquals(OptionalLong.of(100), chunks.firstPlace());
    assertEquals("100", ScalingWords.big(chunks).number());
    assertTrue(ScalingWords.big(chunks).caption().endsWith("on 4 processes"));
    assertTrue(chunks.waterfall(10).isPresent());

    study(workers(), StudyMode.STRONG);
    assertTrue(model.whatIfProperty().get().chunks().isPresent());
  }

  @Test
  void studiesProblemSizes() {
    var found =
        study(
            SweepReports.request(List.of(4), List.of(), List.of(1, 2, 4), false, 5),
            StudyMode.SIZES);
    assertEquals(List.of(1L, 2L, 4L), found.places());
    assertEquals(
        "at 4 times the size, on 4 processes",
        ScalingWords.big(found).caption().lines().findFirst().orElseThrow());
    assertTrue(found.waterfall(2).isPresent());
    assertTrue(ScalingWords.answer(found).contains("parallel is faster at every size"));
  }

  @Test
  void verifiesAWhatIfByRunsOfAWorkloadWhoseShareCanBeSet() {
    study(workers(), StudyMode.STRONG);
    var asked = model.findingProperty().get();
    model.setWhatIf(model.whatIfProperty().get().withSerialShare(0.3));
    model.verify();
    assertEquals("serial-fraction", lab.studied.run().workload());
    assertEquals(Map.of("serial", "30"), lab.studied.run().settings());
    assertEquals(asked.request().workers(), lab.studied.workers());
    lab.study.complete(SweepReports.of(lab.studied));
    assertNotNull(model.checkProperty().get());
    assertEquals(asked, model.findingProperty().get(), "the study stays");

    model.setWhatIf(model.whatIfProperty().get().withSerialShare(0.4));
    assertNull(model.checkProperty().get(), "it was about another share");
  }

  @Test
  void verifiesAStartByColdRunsOfTheSameWork() {
    study(workers(), StudyMode.STRONG);
    model.setWhatIf(model.whatIfProperty().get().withStartSeconds(0.2));
    model.verify();
    assertEquals("primes-file", lab.studied.run().workload());
    assertEquals(RunRequest.Start.COLD, lab.studied.run().start());
  }

  @Test
  void namesTheFieldOfABadInput() {
    model.start(workers(), StudyMode.STRONG);
    lab.study.completeExceptionally(new InputException("count", "give a count of at least 1"));
    assertEquals(
        new ScalingModel.Outcome.BadInput(Optional.of("count"), "give a count of at least 1"),
        model.outcomeProperty().get());
  }

  @Test
  void tellsAFailureInItsOwnWords() {
    model.start(workers(), StudyMode.STRONG);
    lab.study.completeExceptionally(new ExperimentFailedException("free some memory", null));
    assertEquals(
        new ScalingModel.Outcome.Failed("free some memory"), model.outcomeProperty().get());
  }

  @Test
  void estimatesByWhatTheSameWorkTookBefore() {
    assertTrue(model.estimate(workers(), null).isEmpty());
    study(workers(), StudyMode.STRONG);
    // 5 repeats of 2 s, of the pool on one, and of 1, 2/3, 1/2 and 1/3 of that
    assertEquals(32.5, model.estimate(workers(), null).orElseThrow(), 4);
  }

  @Test
  void saysHowManyRunsAreLeft() {
    model.start(workers(), StudyMode.STRONG);
    lab.listener.accept(new RunEvent.RunStarted(1, EngineKind.SEQUENTIAL, 1, 1, 5, 10));
    finish(6);
    var words = ScalingWords.progress(model, model.look().orElseThrow());
    assertTrue(words.startsWith("6 of 30 runs, about "), words);
  }
}
