package speedup.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.Sample;

/**
 * How far an experiment is, from its events. Takes events on any thread; all fields are guarded by
 * this.
 */
final class Progress implements Consumer<RunEvent> {
  private static final double NANOS = 1e9;
  private static final Finished NONE = new Finished(0, 0);

  /**
   * A moment of it.
   *
   * @param label what is being done
   * @param fraction of the phase, 0 to 1, or NaN where it is not known
   * @param secondsLeft of the phase, or NaN where it is not known
   */
  record Snapshot(String label, double fraction, double secondsLeft) {}

  private final RunRequest request;
  private final LongSupplier nanos;
  private final Map<EngineKind, Finished> finished = new EnumMap<>(EngineKind.class);
  private Phase phase = Phase.PREPARE;
  private long phaseStarted;
  private double phaseFraction = Double.NaN;
  private String detail = "";
  private RunEvent.RunStarted run;
  private long runStarted;
  private long runDone;
  private boolean chain;

  /** The counted runs of one engine that are over. */
  private record Finished(int runs, double seconds) {
    Finished plus(Sample sample) {
      return new Finished(runs + 1, seconds + sample.seconds());
    }
  }

  /**
   * Begins.
   *
   * @param request what is run
   * @param nanos a clock such as {@link System#nanoTime()}
   */
  Progress(RunRequest request, LongSupplier nanos) {
    this.request = request;
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
        chain = false;
      }
      case RunEvent.SequentialProgress progress -> runDone = progress.done();
      case RunEvent.ChainProgress progress -> {
        runDone = progress.done();
        chain = true; // each of its stages works on every item
      }
      case RunEvent.OfWorker(PoolEvent.ChunkFinished chunk)
          when run != null && run.engine() != EngineKind.SEQUENTIAL && !chain ->
          runDone += chunk.items();
      case RunEvent.RunFinished over -> {
        var before = finished.getOrDefault(over.sample().engine(), NONE);
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
    var passed = (nanos.getAsLong() - phaseStarted) / NANOS;
    var left = phaseFraction > 0.05 ? passed * (1 - phaseFraction) / phaseFraction : Double.NaN;
    return new Snapshot(PhaseWords.of(phase, detail), phaseFraction, left);
  }

  /** The bar stands for all counted runs; how long they take is judged by those that are over. */
  private Snapshot ofRun() {
    double done = 0;
    double all = 0;
    for (var engine : request.engines()) {
      var over = finished.getOrDefault(engine, NONE);
      all += request.repeats() * secondsOfOne(engine);
      done += over.seconds();
      if (engine == run.engine() && run.repeat() > over.runs()) {
        done += share() * secondsOfOne(engine);
      }
    }
    var workers = run.engine() == EngineKind.SEQUENTIAL ? "" : " on " + run.workers() + " workers";
    var counted = run.repeat() == 0 ? "warming up" : "run " + run.repeat() + " of " + run.repeats();
    var label = "%s%s, %s".formatted(run.engine().id(), workers, counted);
    return Double.isNaN(all)
        ? new Snapshot(label, 0, Double.NaN)
        : new Snapshot(label, Math.clamp(done / all, 0, 1), Math.max(0, all - done));
  }

  /** The share of its items that the present run has finished. */
  private double share() {
    return run.items() > 0 ? Math.clamp((double) runDone / run.items(), 0, 1) : 0;
  }

  /** Measured, or judged by the present run, or by the baseline as if all went ideally. */
  private double secondsOfOne(EngineKind engine) {
    var over = finished.getOrDefault(engine, NONE);
    if (over.runs() > 0) {
      return over.seconds() / over.runs();
    }
    if (engine == run.engine() && share() > 0.02) {
      return (nanos.getAsLong() - runStarted) / NANOS / share();
    }
    return switch (engine) {
      case SEQUENTIAL -> Double.NaN;
      case THREADS_ONE_LOCK, PYTHON -> secondsOfOne(EngineKind.SEQUENTIAL);
      case PROCESSES, THREADS -> secondsOfOne(EngineKind.SEQUENTIAL) / request.workers();
    };
  }
}
