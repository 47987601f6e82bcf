package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.scaling.Band;
import speedup.scaling.FittedLaw;
import speedup.scaling.Peak;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;
import speedup.scaling.WhatIf;

/**
 * Speedup over the number of workers: every run, the medians with their intervals, the ideal, the
 * laws fitted to them with ceiling and peak, and the curve of a what-if.
 *
 * <p>Bands and peaks are worked out once, when the chart of a study is made, which takes some tens
 * of milliseconds; drawing it, and drawing it with another what-if, is quick.
 */
public final class ScalingChart implements Pickable {
  private final ScalingStudy study;
  private final List<ScalingStudy> others;
  private final Optional<WhatIf> ghost;
  private final Optional<ScalingStudy> check;
  private final OptionalInt chosen;
  private final Laws laws;

  /** What the fits tell, worked out once. */
  private record Laws(
      Optional<FittedLaw> amdahl,
      Optional<Band> band,
      Optional<FittedLaw> universal,
      Optional<Peak> peak,
      double ceiling) {
    static Laws of(ScalingStudy study, int most) {
      var amdahl = study.amdahl().value();
      // with no cost of each further worker both laws are one
      var universal = study.universal().value().filter(law -> law.model().c() > 0);
      return new Laws(
          amdahl,
          amdahl.flatMap(law -> law.band(most).value()),
          universal,
          universal.flatMap(law -> law.peak().value()),
          amdahl.map(law -> 1 / law.model().serialFraction()).orElse(Double.POSITIVE_INFINITY));
    }
  }

  private ScalingChart(
      ScalingStudy study,
      List<ScalingStudy> others,
      Optional<WhatIf> ghost,
      Optional<ScalingStudy> check,
      OptionalInt chosen,
      Laws laws) {
    this.study = study;
    this.others = List.copyOf(others);
    this.ghost = ghost;
    this.check = check;
    this.chosen = chosen;
    this.laws = laws;
  }

  /** The chart of a study. */
  public static ScalingChart of(ScalingStudy study) {
    return new ScalingChart(
        study,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Laws.of(study, most(study)));
  }

  /** The same with the points of other engines beside; the laws are those of the first. */
  public ScalingChart beside(List<ScalingStudy> further) {
    return new ScalingChart(study, further, ghost, check, chosen, laws);
  }

  /** The same with the curve of a what-if; empty to take it away. */
  public ScalingChart withGhost(Optional<WhatIf> next) {
    return new ScalingChart(study, others, next, check, chosen, laws);
  }

  /** The same with what was measured to check a what-if. */
  public ScalingChart withCheck(Optional<ScalingStudy> measured) {
    return new ScalingChart(study, others, ghost, measured, chosen, laws);
  }

  /** The same with a ring around the point of a worker count. */
  public ScalingChart choosing(int workers) {
    return new ScalingChart(study, others, ghost, check, OptionalInt.of(workers), laws);
  }

  /** The last worker count of the axis, which the small charts of the study share. */
  static int most(ScalingStudy study) {
    int measured = study.points().isEmpty() ? 1 : study.points().getLast().workers();
    return XyPlot.lastWorkers(measured, study.logicalCores());
  }

  private int most() {
    return Stream.concat(others.stream(), check.stream())
        .mapToInt(ScalingChart::most)
        .reduce(most(study), Math::max);
  }

  private List<ScalingStudy> engines() {
    var all = new ArrayList<ScalingStudy>();
    all.add(study);
    all.addAll(others);
    return all;
  }

  private static List<Measured> measured(List<ScalingPoint> points, ScalingStudy study) {
    double one = study.baseline().value().map(point -> point.seconds().median()).orElse(Double.NaN);
    return points.stream()
        .filter(point -> point.speedup().isPresent())
        .map(point ->
            Measured.of(
                point.workers(),
                point.engine(),
                point.runs(),
                run -> one / run.seconds(),
                point.speedup().value().orElseThrow()))
        .toList();
  }

  private Axis yAxis(double xMax) {
    return Axis.numbers(Texts.say("speedup.axis.y"), 0, yMax(xMax));
  }

  /** High enough for every run and the fit; the ideal line may leave at the top. */
  private double yMax(double xMax) {
    double highest = 0;
    for (var each : engines()) {
      highest = Math.max(highest, Measured.highest(measured(each.allPoints(), each)));
    }
    if (highest == 0) {
      return xMax;
    }
    highest =
        Math.max(
            highest,
            check.map(each -> Measured.highest(measured(each.points(), each))).orElse(0.0));
    double fit = laws.amdahl.map(law -> law.speedup(xMax)).orElse(0.0);
    // a what-if may be far better; the measured points stay readable
    double ghostTop =
        Math.min(2.5 * highest, ghost.map(changed -> changed.speedup(xMax)).orElse(0.0));
    double wanted =
        Math.max(1.4, Math.max(ghostTop, Math.max(highest, Math.min(fit, 2.5 * highest))));
    double room = wanted * 1.15;
    // a ceiling not far above the runs is worth seeing
    double ceiling = laws.ceiling * 1.12;
    return ceiling > room && ceiling <= 1.6 * room ? ceiling : room;
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var theme = pen.theme;
    var x = Axis.workers(most());
    var plot = new XyPlot(pen, x, yAxis(x.max()), width, height);
    plot.cores(study.physicalCores(), study.logicalCores());
    laws.band.ifPresent(band -> draw(plot, band, theme));
    plot.curve(p -> p, 1, x.max(), 1.5, theme.border());
    if (Double.isFinite(laws.ceiling)) {
      plot.level(laws.ceiling, theme.merge());
    }
    laws.universal.ifPresent(
        law -> plot.curve(law::speedup, 1, law.mostWorkers(), 2, theme.done()));
    laws.amdahl.ifPresent(
        law -> plot.curve(law::speedup, 1, law.mostWorkers(), 2, theme.compute()));
    ghost.ifPresent(changed -> plot.curve(changed::speedup, 1, 1, 2.5, theme.start()));
    laws.peak.ifPresent(peak -> plot.peak(peak.workers().value(), peak.speedup().value()));
    var shifts = shifts(pen.scale);
    for (int i = 0; i < engines().size(); i++) {
      var each = engines().get(i);
      plot.points(measured(each.points(), each), shifts[i]);
      plot.points(measured(one(each), each), shifts[i] + 6 * pen.scale);
    }
    plot.points(
        measured(study.baseline().value().stream().toList(), study),
        one(study).isEmpty() ? 0 : -6 * pen.scale);
    check.ifPresent(done -> {
      for (var point : measured(done.points(), done)) {
        plot.check(point);
      }
    });
    labels(plot, pen, shifts);
    if (!study.points().isEmpty()) {
      study.baseline().missing().ifPresent(plot::sentence);
    }
  }

  private static List<ScalingPoint> one(ScalingStudy study) {
    return study.poolOnOneWorker().value().stream().toList();
  }

  /** Beside each other where several engines have the same number of workers. */
  private double[] shifts(double scale) {
    var shifts = new double[1 + others.size()];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = (i - (shifts.length - 1) / 2.0) * 12 * scale;
    }
    return shifts;
  }

  private static void draw(XyPlot plot, Band band, ChartTheme theme) {
    int n = band.points().size();
    var at = new double[n];
    var lows = new double[n];
    var highs = new double[n];
    for (int i = 0; i < n; i++) {
      var point = band.points().get(i);
      at[i] = point.workers();
      lows[i] = point.interval().low();
      highs[i] = point.interval().high();
    }
    plot.band(at, lows, highs, theme.compute().faded(0.16));
  }

  /** The most important labels first. */
  private void labels(XyPlot plot, Pen pen, double[] shifts) {
    var theme = pen.theme;
    var labels = plot.labels();
    chosen.ifPresent(workers ->
        study
            .point(workers)
            .flatMap(point -> point.speedup().value())
            .ifPresent(speedup -> plot.ring(workers, speedup.value(), theme.accent())));
    for (int i = 0; i < engines().size(); i++) {
      var each = engines().get(i);
      labels.namesOfMedians(measured(each.points(), each), "times", 2, shifts[i]);
    }
    ghost.ifPresent(
        changed -> labels.labelAtEnd(Texts.say("scaling.ghost"), changed::speedup, theme.start()));
    laws.amdahl.ifPresent(
        law -> labels.labelAtEnd(Texts.say("scaling.amdahl"), law::speedup, theme.compute()));
    laws.universal.ifPresent(
        law -> labels.labelAtEnd(Texts.say("scaling.universal"), law::speedup, theme.done()));
    labels.labelAlong(
        Texts.say("speedup.ideal"),
        p -> p,
        Math.min(plot.area().xMax(), plot.area().yMax()),
        theme.muted());
    if (Double.isFinite(laws.ceiling)) {
      var key = plot.area().shows(laws.ceiling) ? "speedup.ceiling" : "speedup.ceiling.above";
      labels.labelOfLevel(
          Texts.say(key, Texts.number(laws.ceiling, 1)), laws.ceiling, theme.foreground());
    }
    laws.peak.ifPresent(peak ->
        labels.labelBeside(
            Texts.say(
                "scaling.peak",
                Texts.number(peak.speedup().value(), 1),
                Texts.number(peak.workers().value(), 0)),
            peak.workers().value(),
            peak.speedup().value(),
            0,
            theme.done()));
    labels.namesOfCores(study.physicalCores(), study.logicalCores());
    labels.namesOfMedians(measured(one(study), study), "scaling.poolOnOne", 2, 6 * pen.scale);
    labels.namesOfShapes(measured(study.allPoints(), study));
    if (laws.amdahl.isPresent() && laws.amdahl.get().isExtrapolated(plot.area().xMax())) {
      labels.note(Texts.say("scaling.dotted"), theme.muted());
    }
  }

  @Override
  public OptionalLong pick(Pen pen, double width, double height, double x, double y) {
    var axis = Axis.workers(most());
    return Measured.nearest(
        measured(study.points(), study),
        XyPlot.area(pen, axis, yAxis(axis.max()), width, height),
        pen.scale,
        x,
        y);
  }

  @Override
  public String spoken() {
    var words = new ArrayList<String>();
    for (var each : engines()) {
      for (var point : measured(each.points(), each)) {
        words.add(
            Texts.say(
                "speedup.spoken.group",
                Long.toString(point.at()),
                Texts.number(point.median(), 2),
                who(point.engine())));
      }
    }
    if (words.isEmpty()) {
      return Texts.say("speedup.spoken.empty");
    }
    var spoken = new StringBuilder(Texts.say("speedup.spoken", String.join(", ", words)));
    if (Double.isFinite(laws.ceiling)) {
      spoken.append(' ').append(Texts.say("speedup.spoken.ceiling", Texts.number(laws.ceiling, 1)));
    }
    laws.peak.ifPresent(peak ->
        spoken
            .append(' ')
            .append(
                Texts.say(
                    "scaling.spoken.peak",
                    Texts.number(peak.speedup().value(), 1),
                    Texts.number(peak.workers().value(), 0))));
    return spoken.toString();
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of(
                "workers",
                "engine",
                "median",
                "low",
                "high",
                "efficiency",
                "karpFlatt",
                "overhead",
                "fit",
                "universal",
                "seconds",
                "runs")
            .map(name -> Texts.say("speedup.column." + name))
            .toList());
    for (var each : engines()) {
      for (var point : each.allPoints()) {
        rows.add(row(point));
      }
    }
    return rows;
  }

  private List<String> row(ScalingPoint point) {
    var row = new ArrayList<String>();
    row.add(Integer.toString(point.workers()));
    row.add(who(point.engine()));
    row.addAll(Columns.estimate(point.speedup(), 3));
    row.add(share(point.efficiency()));
    row.add(point.karpFlatt().isPresent() ? Texts.number(point.karpFlatt().getAsDouble(), 4) : "");
    row.add(share(point.overheadShare()));
    row.add(laws.amdahl.map(law -> Texts.number(law.speedup(point.workers()), 3)).orElse(""));
    row.add(laws.universal.map(law -> Texts.number(law.speedup(point.workers()), 3)).orElse(""));
    row.add(Columns.seconds(point.seconds().median()));
    row.add(Columns.runs(point.runs()));
    return row;
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? Texts.percent(share.getAsDouble()) : "";
  }

  private static String who(EngineKind engine) {
    return Texts.say("speedup.engine." + engine.id());
  }
}
