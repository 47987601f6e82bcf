package speedup.ui.run;

import java.util.OptionalDouble;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;

/**
 * How long an experiment will still take, from what its runs took so far. A run of a kind that has
 * not finished once is guessed from its own progress, or from the other kind.
 */
final class RemainingTime {
  /** With less of a run done, its speed says nothing yet. */
  private static final double MIN_FRACTION = 0.03;

  private RemainingTime() {}

  /**
   * Seconds to go; empty as long as nothing can be said.
   *
   * @param running the run under way, or null
   * @param now on the clock of {@link System#nanoTime()}
   */
  static OptionalDouble of(RunModel model, RunMonitor.Running running, long now) {
    var request = model.request();
    var sequential = typical(model, EngineKind.SEQUENTIAL, running, now);
    var parallel = typical(model, EngineKind.PROCESSES, running, now);
    if (Double.isNaN(sequential) && Double.isNaN(parallel)) {
      return OptionalDouble.empty();
    }
    if (Double.isNaN(parallel)) {
      parallel =
          sequential / Math.min(request.workers(), Runtime.getRuntime().availableProcessors());
    }
    if (Double.isNaN(sequential)) {
      sequential = parallel;
    }
    var left =
        left(model, EngineKind.SEQUENTIAL, request) * sequential
            + left(model, EngineKind.PROCESSES, request) * parallel;
    if (running != null) {
      var whole = running.engine() == EngineKind.SEQUENTIAL ? sequential : parallel;
      left -= Math.min(whole, (now - running.startedAt()) / 1e9);
    }
    return OptionalDouble.of(Math.max(0, left));
  }

  private static int left(RunModel model, EngineKind engine, RunRequest request) {
    return request.repeats() - model.samples(engine).size();
  }

  private static double typical(
      RunModel model, EngineKind engine, RunMonitor.Running running, long now) {
    var samples = model.samples(engine);
    if (!samples.isEmpty()) {
      return samples.getLast().seconds();
    }
    if (running != null && running.engine() == engine && running.items() > 0) {
      var fraction = (double) running.done() / running.items();
      if (fraction > MIN_FRACTION) {
        return (now - running.startedAt()) / 1e9 / fraction;
      }
    }
    return Double.NaN;
  }
}
