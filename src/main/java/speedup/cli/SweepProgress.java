package speedup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import speedup.experiment.SweepRequest;
import speedup.experiment.SweepTime;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.measure.TimedRun;

/**
 * How far a study is, from its events. Takes events on any thread; all fields are guarded by this.
 */
final class SweepProgress implements Consumer<RunEvent> {
  private final SweepRequest request;
  private final int logicalCores;
  private final LongSupplier nanos;
  private final List<TimedRun> runs = new ArrayList<>();
  private Phase phase = Phase.PREPARE;
  private double fraction = Double.NaN;
  private String detail = "";
  private RunEvent.RunStarted run;
  private long measuringSince;
  private double measured;

  /**
   * Begins.
   *
   * @param nanos a clock such as {@link System#nanoTime()}
   */
  SweepProgress(SweepRequest request, int logicalCores, LongSupplier nanos) {
    this.request = request;
    this.logicalCores = logicalCores;
    this.nanos = nanos;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    switch (event) {
      case RunEvent.PhaseStarted started -> {
        phase = started.phase();
        fraction = Double.NaN;
        detail = "";
      }
      case RunEvent.PhaseProgress progress -> {
        fraction = progress.fraction();
        detail = progress.detail();
      }
      case RunEvent.RunStarted started -> {
        if (started.repeat() > 0) {
          measuringSince = run == null ? nanos.getAsLong() : measuringSince;
          run = started;
        }
      }
      case RunEvent.RunFinished over -> {
        runs.add(over.run());
        measured += over.sample().seconds();
      }
      case RunEvent.OfWorker _,
          RunEvent.InputReady _,
          RunEvent.SequentialProgress _,
          RunEvent.ChainProgress _,
          RunEvent.PartialResult _ -> {}
    }
  }

  /** Where it is now. */
  synchronized Progress.Snapshot now() {
    if (run == null) {
      return new Progress.Snapshot(PhaseWords.of(phase, detail), fraction, Double.NaN);
    }
    var workers =
        run.engine() == EngineKind.SEQUENTIAL ? "" : " on %d workers".formatted(run.workers());
    var left = new SweepTime(request, runs, OptionalDouble.empty(), logicalCores).left();
    // what lies between two runs takes its time as well
    double passed = (nanos.getAsLong() - measuringSince) / 1e9;
    double stretch = measured > 0 ? Math.max(1, passed / measured) : 1;
    return new Progress.Snapshot(
        "%d of %d runs, %s%s".formatted(runs.size(), request.runs(), run.engine().id(), workers),
        (double) runs.size() / request.runs(),
        left.isPresent() ? left.getAsDouble() * stretch : Double.NaN);
  }
}
