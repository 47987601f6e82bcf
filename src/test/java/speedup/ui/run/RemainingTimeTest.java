package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;

class RemainingTimeTest {
  private static final long SECOND = 1_000_000_000;

  private final SilentLab lab = new SilentLab();
  private final RunModel model = new RunModel(lab, Runnable::run);

  @Test
  void saysNothingBeforeARunHasGotSomewhere() {
    start();
    assertTrue(RemainingTime.of(model, null, 0).isEmpty());
    assertTrue(RemainingTime.of(model, running(EngineKind.SEQUENTIAL, 1), SECOND).isEmpty());
  }

  @Test
  void subtractsWhatHasPassedOfTheRunUnderWay() {
    start();
    finish(EngineKind.SEQUENTIAL, 4);
    finish(EngineKind.PROCESSES, 2);
    // one of each kind is left, a second of the sequential one has passed
    var left = RemainingTime.of(model, running(EngineKind.SEQUENTIAL, 25), SECOND);
    assertEquals(5, left.orElseThrow(), 1e-9);
  }

  @Test
  void goesByTheProgressOfTheFirstRun() {
    start();
    finish(EngineKind.SEQUENTIAL, 4);
    finish(EngineKind.SEQUENTIAL, 4);
    // half of it done in one second: two seconds each
    var left = RemainingTime.of(model, running(EngineKind.PROCESSES, 50), SECOND);
    assertEquals(3, left.orElseThrow(), 1e-9);
  }

  @Test
  void countsEveryEngineOfTheSet() {
    start(List.of(EngineKind.THREADS_ONE_LOCK, EngineKind.PROCESSES));
    finish(EngineKind.SEQUENTIAL, 4);
    var processes = 4.0 / Math.min(2, Runtime.getRuntime().availableProcessors());
    // the lock is taken to gain nothing until it has been measured; one second of it has passed
    var left = RemainingTime.of(model, running(EngineKind.THREADS_ONE_LOCK, 1), SECOND);
    assertEquals(4 + 2 * 4 + 2 * processes - 1, left.orElseThrow(), 1e-9);
    finish(EngineKind.THREADS_ONE_LOCK, 2);
    var later = RemainingTime.of(model, null, 0);
    assertEquals(4 + 2 + 2 * processes, later.orElseThrow(), 1e-9);
  }

  @Test
  void isNeverNegative() {
    start();
    for (int i = 0; i < 2; i++) {
      finish(EngineKind.SEQUENTIAL, 4);
      finish(EngineKind.PROCESSES, 2);
    }
    var left = RemainingTime.of(model, running(EngineKind.PROCESSES, 100), 9 * SECOND);
    assertEquals(0, left.orElseThrow(), 1e-9);
  }

  private void start() {
    start(RunRequest.COMPARE);
  }

  private void start(List<EngineKind> engines) {
    model.start(
        new RunRequest(
            "primes-file", Map.of(), engines, 2, OptionalInt.empty(), 2, RunRequest.Start.WARM));
  }

  private void finish(EngineKind engine, double seconds) {
    lab.listener.accept(
        new RunEvent.RunFinished(
            0,
            TimedRuns.of(new Sample(engine, engine == EngineKind.SEQUENTIAL ? 1 : 2, 1, seconds)),
            List.of()));
    model.collectFinished();
  }

  private static RunMonitor.Running running(EngineKind engine, long percent) {
    return new RunMonitor.Running(engine, 2, 1, 2, 0, 100, percent);
  }
}
