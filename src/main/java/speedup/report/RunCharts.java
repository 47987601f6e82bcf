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
import speedup.plot.PlaceFigureChart;
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
      case EFFICIENCY, KARP_FLATT, OVERHEAD, SERIALISE, WAITING, IDLE_TAIL -> figure(kind);
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

  /** One of the figures beside the main chart of a study. */
  private Optional<Chart> figure(ReportChart kind) {
    if (run.study().isEmpty()) {
      return Optional.empty();
    }
    var found = swept();
    if (found.scaling().isPresent()) {
      return ofWorkers(kind).map(figure -> new StudyFigureChart(found.scaling().get(), figure));
    }
    return figures(found).stream()
        .filter(chart -> ofPlaces(chart.kind()).equals(Optional.of(kind)))
        .filter(chart -> chart.table().size() > 1)
        .findFirst()
        .map(chart -> chart);
  }

  private static Optional<StudyFigureChart.Figure> ofWorkers(ReportChart kind) {
    return switch (kind) {
      case EFFICIENCY -> Optional.of(StudyFigureChart.Figure.EFFICIENCY);
      case KARP_FLATT -> Optional.of(StudyFigureChart.Figure.KARP_FLATT);
      case OVERHEAD -> Optional.of(StudyFigureChart.Figure.OVERHEAD);
      default -> Optional.empty();
    };
  }

  private List<PlaceFigureChart> figures(SweepFindings found) {
    if (found.weak().isPresent()) {
      return PlaceFigureChart.of(found.weak().get(), run.environment().logicalCores());
    }
    if (!found.chunks().isEmpty()) {
      return PlaceFigureChart.of(found.chunks().getLast());
    }
    return found.sizes().isEmpty() ? List.of() : PlaceFigureChart.of(found.sizes().getLast());
  }

  /** Times are in the tables and in the main chart. */
  private static Optional<ReportChart> ofPlaces(PlaceFigureChart.Kind kind) {
    return switch (kind) {
      case EFFICIENCY -> Optional.of(ReportChart.EFFICIENCY);
      case OVERHEAD, NOT_COMPUTING -> Optional.of(ReportChart.OVERHEAD);
      case SERIALISE -> Optional.of(ReportChart.SERIALISE);
      case WAITING -> Optional.of(ReportChart.WAITING);
      case IDLE_TAIL -> Optional.of(ReportChart.IDLE_TAIL);
      case TIME, UNIT_TIME, SERIAL_SHARE -> Optional.empty();
    };
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
