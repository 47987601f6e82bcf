package speedup.ui.run;

import java.util.List;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.plot.ScalingChart;
import speedup.scaling.ScalingStudy;

/** Turns the runs of a session into the chart of speedups by workers. */
final class SessionSeries {
  private SessionSeries() {}

  /** The laws are about one engine: the pool, or what was run instead; others stand beside it. */
  static ScalingChart chart(List<TimedRun> runs, int physicalCores, int logicalCores) {
    var studies =
        runs.stream()
            .map(run -> run.sample().engine())
            .filter(engine -> engine != EngineKind.SEQUENTIAL)
            .distinct()
            .sorted()
            .map(engine -> ScalingStudy.of(runs, engine, physicalCores, logicalCores))
            .toList();
    return studies.isEmpty()
        ? ScalingChart.of(ScalingStudy.of(runs, EngineKind.PROCESSES, physicalCores, logicalCores))
        : ScalingChart.of(studies.getFirst()).beside(studies.subList(1, studies.size()));
  }
}
