package speedup.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
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
   * @param chunk items in a chunk; empty to choose by measured work
   * @param size of the problem, as a multiple of what was asked for
   */
  record PlannedRun(EngineKind engine, int workers, int repeat, OptionalInt chunk, int size) {
    PlannedRun withWorkers(int processes) {
      return new PlannedRun(engine, processes, repeat, chunk, size);
    }
  }

  static ExperimentPlan of(RunRequest request) {
    var runs = new ArrayList<PlannedRun>();
    for (var repeat = 1; repeat <= request.repeats(); repeat++) {
      for (var engine : request.engines()) {
        var workers = engine == EngineKind.SEQUENTIAL ? 1 : request.workers();
        runs.add(new PlannedRun(engine, workers, repeat, request.chunk(), 1));
      }
    }
    return new ExperimentPlan(List.copyOf(runs));
  }

  /** Every point once in each repeat, each time in another random order, baselines among them. */
  static ExperimentPlan of(SweepRequest request) {
    var random = new Random(request.seed());
    var runs = new ArrayList<PlannedRun>();
    for (var repeat = 1; repeat <= request.run().repeats(); repeat++) {
      var round = new ArrayList<PlannedRun>();
      for (var size : request.baselineSizes()) {
        round.add(new PlannedRun(EngineKind.SEQUENTIAL, 1, repeat, request.run().chunk(), size));
      }
      for (var point : request.points()) {
        round.add(
            new PlannedRun(request.engine(), point.workers(), repeat, point.chunk(), point.size()));
      }
      Collections.shuffle(round, random);
      runs.addAll(round);
    }
    return new ExperimentPlan(List.copyOf(runs));
  }

  /** A run of an engine with the most workers: what is said of the whole plan is said of it. */
  PlannedRun usual() {
    return runs.stream()
        .filter(run -> run.size() == 1)
        .max(Comparator.comparingInt(PlannedRun::workers))
        .orElseThrow();
  }

  /** The most workers of any run with an engine. */
  int mostWorkers(EngineKind engine) {
    return runs.stream()
        .filter(run -> run.engine() == engine)
        .mapToInt(PlannedRun::workers)
        .max()
        .orElse(1);
  }

  /** The largest size of any run. */
  int mostSize() {
    return runs.stream().mapToInt(PlannedRun::size).max().orElse(1);
  }
}
