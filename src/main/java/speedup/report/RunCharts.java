package speedup.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.history.Findings;
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

/**
 * The charts of one run; a run that is no study is drawn as a study of the one worker count that it
 * has. Fits and intervals take some 50 ms of computing and several charts show them, so they are
 * worked out once, with the first chart that needs them. For one thread at a time.
 */
public final class RunCharts {
  private final KeptRun run;
  private final Findings findings;
  private Optional<SweepFindings> swept = Optional.empty();
  private Optional<List<ScalingStudy>> studies = Optional.empty();

  private RunCharts(KeptRun run, Findings findings) {
    this.run = run;
    this.findings = findings;
  }

  /**
   * The charts of a run; nothing is worked out yet.
   *
   * @param findings of the run
   */
  public static RunCharts of(KeptRun run, Findings findings) {
    return new RunCharts(run, findings);
  }

  /** Every chart that there is of the run, in the order of {@link ReportChart}. */
  public Map<ReportChart, Chart> all() {
    var all = new EnumMap<ReportChart, Chart>(ReportChart.class);
    for (var kind : ReportChart.values()) {
      draw(kind).ifPresent(chart -> all.put(kind, chart));
    }
    return Collections.unmodifiableMap(all);
  }

  /** One chart of the run; empty where there is nothing to draw. */
  public Optional<Chart> draw(ReportChart kind) {
    return switch (kind) {
      case TIMES -> ReportChart.times(findings, run);
      case SPEEDUP -> main();
      case LOSSES -> losses();
      case EFFICIENCY -> figure(StudyFigureChart.Figure.EFFICIENCY);
      case KARP_FLATT -> figure(StudyFigureChart.Figure.KARP_FLATT);
      case OVERHEAD -> figure(StudyFigureChart.Figure.OVERHEAD);
      case PARTS -> ReportChart.parts(findings);
    };
  }

  /** What the study is about, or speedup by workers with a point for each engine. */
  private Optional<Chart> main() {
    if (run.study().isPresent()) {
      return ofStudy();
    }
    return studies().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ScalingChart.of(studies().getFirst()).beside(studies().subList(1, studies().size())));
  }

  private Optional<Chart> ofStudy() {
    var found = swept();
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

  private SweepFindings swept() {
    if (swept.isEmpty()) {
      swept = Optional.of(SweepFindings.of(run));
    }
    return swept.get();
  }

  /** A study for each engine of a run that has a baseline. */
  private List<ScalingStudy> studies() {
    if (studies.isEmpty()) {
      var machine = run.environment();
      studies =
          Optional.of(
              run.request().compared().stream()
                  .map(engine ->
                      ScalingStudy.of(
                          run.runs(), engine, machine.physicalCores(), machine.logicalCores()))
                  .filter(
                      study -> study.baseline().value().isPresent() && !study.allPoints().isEmpty())
                  .toList());
    }
    return studies.get();
  }

  /** One of the figures beside the main chart; a study of worker counts alone has them. */
  private Optional<Chart> figure(StudyFigureChart.Figure figure) {
    return run.study().isPresent()
        ? swept().scaling().map(study -> new StudyFigureChart(study, figure))
        : Optional.empty();
  }

  /** Losses at the most workers that have a core each. */
  private Optional<Chart> losses() {
    var study =
        run.study().isPresent()
            ? swept().scaling()
            : run.request()
                .main()
                .flatMap(
                    engine -> studies().stream().filter(one -> one.engine() == engine).findFirst());
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
