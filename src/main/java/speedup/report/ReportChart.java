package speedup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.plot.BreakdownChart;
import speedup.plot.Chart;
import speedup.plot.ChunkChart;
import speedup.plot.PlaceFigureChart;
import speedup.plot.SizeChart;
import speedup.plot.StudyFigureChart;
import speedup.plot.Texts;
import speedup.plot.WaterfallChart;
import speedup.plot.WeakChart;
import speedup.scaling.Analysis;

/** The charts that can be made of a run. */
public enum ReportChart {
  /** The median time of each engine as bars on one axis. */
  TIMES,
  /** Speedup by workers; of a study what it is about. */
  SPEEDUP,
  /** From the ideal speedup to the measured one. */
  LOSSES,
  /** Efficiency by workers. */
  EFFICIENCY,
  /** The experimentally determined serial fraction by workers. */
  KARP_FLATT,
  /** The share of overhead by workers, or by what the study was about. */
  OVERHEAD,
  /** The share of serialising by chunk size. */
  SERIALISE,
  /** The share of waiting for work by chunk size. */
  WAITING,
  /** The share of the idle tail by chunk size. */
  IDLE_TAIL,
  /** Where the time of the median run went. */
  PARTS;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The chart with this {@link #id()}. */
  public static Optional<ReportChart> of(String id) {
    return Stream.of(values()).filter(chart -> chart.id().equals(id)).findFirst();
  }

  /** The one that says most of a run. */
  public static ReportChart first(KeptRun run) {
    return run.kind() == KeptRun.Kind.STUDY ? SPEEDUP : TIMES;
  }

  /** Its heading over this chart. */
  public String title(Chart drawn) {
    return ReportWords.say(
        switch (drawn) {
          case WeakChart _ -> "chart.main.weak";
          case ChunkChart _ -> "chart.main.chunks";
          case SizeChart _ -> "chart.main.sizes";
          default -> "chart." + id();
        });
  }

  /** A height that suits it, in pixels, at this width. */
  static double height(Chart chart, double width) {
    return switch (chart) {
      case BarsChart bars -> bars.goodHeight();
      case WaterfallChart losses -> 30 * losses.rows() + 12;
      case StudyFigureChart _, PlaceFigureChart _ -> Math.max(200, Math.min(280, width * 0.3));
      case BreakdownChart _ -> width < 600 ? 130 : 96;
      default -> Math.max(260, Math.min(440, width * 0.5));
    };
  }

  /** Why there is none. */
  String missing() {
    return ReportWords.say("chart.none." + id());
  }

  static Optional<Chart> times(Findings findings, KeptRun run) {
    var rows = rows("", BarsChart.Unit.SECONDS, findings, run);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new BarsChart(BarsChart.Unit.SECONDS, rows));
  }

  /** A row for each engine: its times, or its speedups without the baseline. */
  static List<BarsChart.Row> rows(
      String group, BarsChart.Unit unit, Findings findings, KeptRun run) {
    var rows = new ArrayList<BarsChart.Row>();
    double baseline =
        findings.engines().stream()
            .filter(engine -> engine.timed().engine() == EngineKind.SEQUENTIAL)
            .mapToDouble(engine -> engine.timed().times().median())
            .findFirst()
            .orElse(Double.NaN);
    for (var engine : findings.engines()) {
      var timed = engine.timed();
      boolean alone = timed.engine() == EngineKind.SEQUENTIAL;
      if (alone && unit == BarsChart.Unit.SPEEDUP) {
        continue;
      }
      var values =
          run.runs().stream()
              .filter(one -> one.size() == 1)
              .map(TimedRun::sample)
              .filter(sample ->
                  sample.engine() == timed.engine() && sample.workers() == timed.workers())
              .map(Sample::seconds)
              .map(seconds -> unit == BarsChart.Unit.SECONDS ? seconds : baseline / seconds)
              .toList();
      var seconds = Texts.seconds(timed.times().median());
      var speedup = Texts.number(timed.speedup(), 2);
      var label =
          unit == BarsChart.Unit.SPEEDUP
              ? ReportWords.say("bars.times", speedup)
              : alone ? seconds : ReportWords.say("bars.value", seconds, speedup);
      rows.add(
          BarsChart.Row.of(
              group,
              ReportWords.running(timed.engine(), timed.workers()),
              timed.engine(),
              values,
              label));
    }
    return rows;
  }

  static Optional<Chart> parts(Findings findings) {
    return findings.breakdown().total() > 0
        ? Optional.of(
            new BreakdownChart(
                Optional.of(findings.breakdown()),
                findings.analysis().map(Analysis::verdict).flatMap(verdict -> verdict.evidence())))
        : Optional.empty();
  }
}
