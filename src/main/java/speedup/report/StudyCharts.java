package speedup.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.history.KeptRun;
import speedup.history.SweepFindings;
import speedup.measure.EngineKind;
import speedup.plot.Chart;
import speedup.plot.ChunkChart;
import speedup.plot.ScalingChart;
import speedup.plot.SizeChart;
import speedup.plot.StudyFigureChart;
import speedup.plot.WaterfallChart;
import speedup.plot.WeakChart;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;
import speedup.scaling.Waterfall;

/** The charts of a study, and of a run as a study of the one worker count that it has. */
final class StudyCharts {
  private StudyCharts() {}

  /** What the study is about, or speedup by workers with a point for each engine. */
  static Optional<Chart> main(KeptRun run) {
    if (run.study().isPresent()) {
      return ofStudy(run);
    }
    var studies = studies(run);
    return studies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ScalingChart.of(studies.getFirst()).beside(studies.subList(1, studies.size())));
  }

  private static Optional<Chart> ofStudy(KeptRun run) {
    var found = SweepFindings.of(run);
    if (found.weak().isPresent()) {
      return found
          .weak()
          .map(weak -> new WeakChart(weak, run.environment().logicalCores(), OptionalInt.empty()));
    }
    if (!found.chunks().isEmpty()) {
      return Optional.of(new ChunkChart(found.chunks().getLast(), OptionalLong.empty()));
    }
    return found.sizes().isEmpty()
        ? found.scaling().map(ScalingChart::of)
        : Optional.of(new SizeChart(found.sizes().getLast(), OptionalInt.empty()));
  }

  /** A study for each engine of a run that has a baseline. */
  private static List<ScalingStudy> studies(KeptRun run) {
    var machine = run.environment();
    return run.request().compared().stream()
        .map(engine ->
            ScalingStudy.of(run.runs(), engine, machine.physicalCores(), machine.logicalCores()))
        .filter(study -> study.baseline().value().isPresent() && !study.allPoints().isEmpty())
        .toList();
  }

  /** One of the figures beside the main chart; a study of worker counts alone has them. */
  static Optional<Chart> figure(KeptRun run, StudyFigureChart.Figure figure) {
    return run.study().isPresent()
        ? SweepFindings.of(run).scaling().map(study -> new StudyFigureChart(study, figure))
        : Optional.empty();
  }

  /** Losses at the most workers that have a core each. */
  static Optional<Chart> losses(KeptRun run) {
    var study =
        run.study().isPresent()
            ? SweepFindings.of(run).scaling()
            : run.request()
                .main()
                .flatMap(engine ->
                    studies(run).stream().filter(one -> one.engine() == engine).findFirst());
    return study.flatMap(found ->
        point(found).flatMap(point -> Waterfall.of(found, point).value()).map(WaterfallChart::new));
  }

  private static Optional<ScalingPoint> point(ScalingStudy study) {
    var points =
        study.points().stream().filter(point -> point.engine() != EngineKind.SEQUENTIAL).toList();
    return points.stream()
        .filter(point -> point.workers() <= study.physicalCores())
        .reduce((_, last) -> last)
        .or(() -> points.stream().findFirst());
  }
}
