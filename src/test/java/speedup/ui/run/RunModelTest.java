package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;
import speedup.workload.InputException;

class RunModelTest {
  private static final Breakdown BREAKDOWN = new Breakdown(0, 0, 0, 0, 3, 0, 0);

  private final SilentLab lab = new SilentLab();
  private final RunModel model = new RunModel(lab, Runnable::run);

  @Test
  void runsOneExperimentAtATime() {
    model.start(request(2));
    model.start(request(2));
    assertEquals(1, lab.started);
    assertTrue(model.runningProperty().get());
  }

  @Test
  void endsStoppedWhenThePersonStopsIt() {
    model.start(request(2));
    model.stop();
    assertFalse(model.runningProperty().get());
    assertInstanceOf(RunModel.Outcome.Stopped.class, model.outcomeProperty().get());
  }

  @Test
  void namesTheFieldOfABadInput() {
    model.start(request(2));
    lab.report.completeExceptionally(new InputException("count", "give a count of at least 1"));
    assertEquals(
        new RunModel.Outcome.BadInput(Optional.of("count"), "give a count of at least 1"),
        model.outcomeProperty().get());
  }

  @Test
  void tellsAFailureInItsOwnWords() {
    model.start(request(2));
    lab.report.completeExceptionally(new ExperimentFailedException("free some memory", null));
    assertEquals(new RunModel.Outcome.Failed("free some memory"), model.outcomeProperty().get());
  }

  @Test
  void canRunAgainAfterAFailure() {
    model.start(request(2));
    lab.report.completeExceptionally(new ExperimentFailedException("free some memory", null));
    model.start(request(2));
    assertEquals(2, lab.started);
    assertInstanceOf(RunModel.Outcome.None.class, model.outcomeProperty().get());
  }

  @Test
  void takesOverFinishedRuns() {
    model.start(request(2));
    lab.listener.accept(
        new RunEvent.RunFinished(
            1, TimedRuns.of(sample(EngineKind.PROCESSES, 2), BREAKDOWN), List.of()));
    assertTrue(model.collectFinished());
    assertFalse(model.collectFinished());
    assertEquals(1, model.samples(EngineKind.PROCESSES).size());
    assertEquals(0, model.samples(EngineKind.SEQUENTIAL).size());
  }

  @Test
  void gathersWorkerCountsOfTheSameWork() {
    finish(request(1));
    finish(request(2));
    assertEquals(4, model.sessionRuns().size());
  }

  @Test
  void keepsOtherWorkApart() {
    finish(request(1, Map.of("count", "1000")));
    finish(request(2, Map.of("count", "2000")));
    assertEquals(2, model.sessionRuns().size());
  }

  @Test
  void knowsTheProcessOfAWarmWorkerInTheSecondExperiment() {
    model.start(request(1));
    lab.listener.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    lab.report.complete(report(request(1), Map.of()));
    model.start(request(1));
    assertEquals(4711, model.monitor().workers().getFirst().pid());
  }

  @Test
  void tellsOfAWorkerThatTurnsUpBetweenRuns() {
    var turns = new AtomicInteger();
    model.onTurn(turns::incrementAndGet);
    model.start(request(1));
    lab.listener.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    assertEquals(0, turns.get());
    lab.report.complete(report(request(1), Map.of()));
    lab.listener.accept(new RunEvent.OfWorker(new PoolEvent.Starting(0, 2)));
    assertEquals(1, turns.get());
  }

  @Test
  void passesOnWhichWorkerToEnd() {
    model.terminateWorker(1);
    model.killWorker(3);
    assertEquals(1, lab.terminated);
    assertEquals(3, lab.killed);
  }

  private void finish(RunRequest request) {
    model.start(request);
    lab.report.complete(report(request, Map.of()));
  }

  private static RunRequest request(int workers) {
    return request(workers, Map.of());
  }

  private static RunRequest request(int workers, Map<String, String> settings) {
    return new RunRequest(
        "primes-file",
        settings,
        RunRequest.COMPARE,
        workers,
        OptionalInt.empty(),
        3,
        RunRequest.Start.WARM);
  }

  private static Sample sample(EngineKind engine, int workers) {
    return new Sample(engine, workers, 1, 2.0 / workers);
  }

  private static RunReport report(RunRequest request, Map<String, String> settings) {
    return new RunReport(
        request,
        settings,
        new Environment("Linux", "unknown", 2, 2, -1, "Temurin 25"),
        "1,000 numbers",
        List.of(),
        1_000,
        50,
        List.of(
            TimedRuns.of(sample(EngineKind.SEQUENTIAL, 1)),
            TimedRuns.of(sample(EngineKind.PROCESSES, request.workers()))),
        "168 primes",
        Map.of(),
        List.of(),
        Optional.empty(),
        BREAKDOWN,
        List.of(),
        50,
        List.of());
  }
}
