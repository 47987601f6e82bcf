package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import speedup.measure.EngineKind;

/**
 * The timed runs of an experiment, in order. The engines take turns, so that a machine that slows
 * down or speeds up meanwhile touches all of them.
 *
 * @param runs what is run
 */
record ExperimentPlan(List<PlannedRun> runs) {
  /**
   * One timed run.
   *
   * @param repeat from 1
   */
  record PlannedRun(EngineKind engine, int workers, int repeat) {}

  static ExperimentPlan of(RunRequest request) {
    var runs = new ArrayList<PlannedRun>();
    for (var repeat = 1; repeat <= request.repeats(); repeat++) {
      for (var engine : request.engines()) {
        var workers = engine == EngineKind.SEQUENTIAL ? 1 : request.workers();
        runs.add(new PlannedRun(engine, workers, repeat));
      }
    }
    return new ExperimentPlan(List.copyOf(runs));
  }
}
