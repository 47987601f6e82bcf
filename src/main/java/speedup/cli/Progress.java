package speedup.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.WorkerEvent;

/**
 * How far an experiment is, from its events. Takes events on any thread; all fields are guarded by
 * this.
 */
final class Progress implements Consumer<RunEvent> {
  private static final double NANOS = 1e9;

  /**
   * A moment of it.
   *
   * @param label what is being done
   * @param fraction of the phase, 0 to 1, or NaN where it is not known
   * @param secondsLeft of the phase, or NaN where it is not known
   */
  record Snapshot(String label, double fraction, double secondsLeft) {}

  private final LongSupplier nanos;
  private final Map<EngineKind, Finished> finished = new EnumMap<>(EngineKind.class);
  private Phase phase = Phase.PREPARE;
  private long phaseStarted;
  private double phaseFraction = Double.NaN;
  private String detail = "";
  private RunEvent.RunStarted run;
  private long runStarted;
  private long runDone;

  /** The counted runs of one engine that are over. */
  private record Finished(int runs, double seconds) {
    Finished plus(Sample sample) {
      return new Finished(runs + 1, seconds + sample.seconds());
    }
  }

  /**
   * Begins.
   *
   * @param nanos a clock such as {@link System#nanoTime()}
   */
  Progress(LongSupplier nanos) {
    this.nanos = nanos;
    this.phaseStarted = nanos.getAsLong();
  }

  @Override
  public synchronized void accept(RunEvent event) {
    switch (event) {
      case RunEvent.PhaseStarted started -> {
        phase = started.phase();
        phaseStarted = nanos.getAsLong();
        phaseFraction = Double.NaN;
        detail = "";
        run = null;
      }
      case RunEvent.PhaseProgress progress -> {
        phaseFraction = progress.fraction();
        detail = progress.detail();
      }
      case RunEvent.RunStarted started -> {
        run = started;
        runStarted = nanos.getAsLong();
        runDone = 0;
      }
      case RunEvent.SequentialProgress progress -> runDone = progress.done();
      case RunEvent.OfWorker(WorkerEvent.ChunkFinished chunk)
          when run != null && run.engine() == EngineKind.PROCESSES ->
          runDone += chunk.items();
      case RunEvent.RunFinished over -> {
        var before = finished.getOrDefault(over.sample().engine(), new Finished(0, 0));
        finished.put(over.sample().engine(), before.plus(over.sample()));
        runStarted = nanos.getAsLong();
        runDone = 0;
      }
      case RunEvent.OfWorker _, RunEvent.InputReady _, RunEvent.PartialResult _ -> {}
    }
  }

  /** Where it is now. */
  synchronized Snapshot now() {
    return phase == Phase.MEASURE && run != null ? ofRun() : ofPhase();
  }

  private Snapshot ofPhase() {
    var label =
        switch (phase) {
          case SIZE -> "choosing the size";
          case PREPARE -> "preparing the input";
          case START -> "starting workers";
          case WARM_UP -> "warming up";
          case MEASURE -> "measuring";
        };
    var passed = (nanos.getAsLong() - phaseStarted) / NANOS;
    var left = phaseFraction > 0.05 ? passed * (1 - phaseFraction) / phaseFraction : Double.NaN;
    return new Snapshot(detail.isEmpty() ? label : label + ": " + detail, phaseFraction, left);
  }

  /**
   * The bar stands for the counted runs of one engine after the other; how long each takes is known
   * once a first one is over, and before that from the items it has finished.
   */
  private Snapshot ofRun() {
    var over = finished.getOrDefault(run.engine(), new Finished(0, 0));
    var passed = (nanos.getAsLong() - runStarted) / NANOS;
    var share = run.items() > 0 ? Math.clamp((double) runDone / run.items(), 0, 1) : 0;
    var oneRun =
        over.runs() > 0 ? over.seconds() / over.runs() : share > 0.02 ? passed / share : Double.NaN;
    var inRun = share > 0 || Double.isNaN(oneRun) ? share : Math.min(passed / oneRun, 0.99);
    var fraction = Math.clamp((over.runs() + inRun) / Math.max(1, run.repeats()), 0, 1);
    var left = oneRun * (run.repeats() - over.runs() - inRun);
    var workers = run.engine() == EngineKind.SEQUENTIAL ? "" : " on " + run.workers() + " workers";
    var counted = run.repeat() == 0 ? "warming up" : "run " + run.repeat() + " of " + run.repeats();
    return new Snapshot(
        "%s%s, %s".formatted(run.engine().id(), workers, counted), fraction, Math.max(0, left));
  }
}
