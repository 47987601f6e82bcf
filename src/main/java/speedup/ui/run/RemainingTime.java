package speedup.ui.run;

import java.util.EnumMap;
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
    var known = new EnumMap<EngineKind, Double>(EngineKind.class);
    for (var engine : request.engines()) {
      var seconds = typical(model, engine, running, now);
      if (!Double.isNaN(seconds)) {
        known.put(engine, seconds);
      }
    }
    if (known.isEmpty()) {
      return OptionalDouble.empty();
    }
    // the baseline runs first, so the others are judged by it
    var sequential = known.getOrDefault(EngineKind.SEQUENTIAL, known.values().iterator().next());
    var left = 0.0;
    for (var engine : request.engines()) {
      var whole = known.getOrDefault(engine, expected(engine, sequential, request.workers()));
      left += left(model, engine, request) * whole;
      if (running != null && running.engine() == engine) {
        left -= Math.min(whole, (now - running.startedAt()) / 1e9);
      }
    }
    return OptionalDouble.of(Math.max(0, left));
  }

  private static double expected(EngineKind engine, double sequential, int workers) {
    return switch (engine) {
      case SEQUENTIAL, THREADS_ONE_LOCK, PYTHON -> sequential;
      case PROCESSES, THREADS ->
          sequential / Math.min(workers, Runtime.getRuntime().availableProcessors());
    };
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
