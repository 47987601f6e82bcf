package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import speedup.measure.EngineKind;

/**
 * The timed runs of an experiment, in order. Baseline and parallel runs take turns, so that a
 * machine that slows down or speeds up meanwhile touches both.
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
      runs.add(new PlannedRun(EngineKind.SEQUENTIAL, 1, repeat));
      if (request.mode() == RunRequest.Mode.COMPARE) {
        runs.add(new PlannedRun(EngineKind.PROCESSES, request.workers(), repeat));
      }
    }
    return new ExperimentPlan(List.copyOf(runs));
  }
}
