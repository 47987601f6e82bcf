package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.scaling.GustafsonFit;
import speedup.scaling.WeakPoint;
import speedup.scaling.WeakStudy;

/**
 * Scaled speedup over the number of workers, with a problem as many times as large: every run, the
 * medians, the ideal and Gustafson's law.
 *
 * @param study what was found
 * @param logicalCores of the machine
 * @param chosen the worker count with a ring around it; empty for none
 */
public record WeakChart(WeakStudy study, int logicalCores, OptionalInt chosen) implements Pickable {
  private static final int STEPS = 48;

  private List<Measured> points() {
    double one = study.baseline().value().map(point -> point.seconds().median()).orElse(Double.NaN);
    return Stream.concat(study.baseline().value().stream(), several())
        .filter(point -> point.scaledSpeedup().isPresent())
        .map(point ->
            Measured.of(
                point.workers(),
                point.workers() == 1 ? EngineKind.SEQUENTIAL : study.engine(),
                point.runs(),
                run -> point.workers() * one / run.seconds(),
                point.scaledSpeedup().value().orElseThrow()))
        .toList();
  }

  private Stream<WeakPoint> several() {
    return study.points().stream().filter(point -> point.workers() > 1);
  }

  /** What it has in common with the small charts under it. */
  Axis xAxis() {
    int measured = study.points().isEmpty() ? 1 : study.points().getLast().workers();
    return Axis.workers(XyPlot.lastWorkers(measured, logicalCores));
  }

  private Axis yAxis(double xMax) {
    double highest = Measured.highest(points());
    double fit = study.fit().value().map(law -> law.speedup(xMax)).orElse(0.0);
    return Axis.numbers(
        Texts.say("weak.axis.y"),
        0,
        highest == 0
            ? xMax
            : 1.15 * Math.max(1.4, Math.max(highest, Math.min(fit, 2.5 * highest))));
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var theme = pen.theme;
    var x = xAxis();
    var plot = new XyPlot(pen, x, yAxis(x.max()), width, height);
    plot.cores(study.physicalCores(), logicalCores);
    var fit = study.fit().value();
    fit.ifPresent(law -> band(plot, law, x.max(), theme));
    plot.curve(p -> p, 1, x.max(), 1.5, theme.border());
    fit.ifPresent(law -> plot.curve(law::speedup, 1, law.mostWorkers(), 2, theme.compute()));
    plot.points(points(), 0);
    var labels = plot.labels();
    chosen.ifPresent(workers ->
        points().stream()
            .filter(point -> point.at() == workers)
            .forEach(point -> plot.ring(point.at(), point.median(), theme.accent())));
    labels.namesOfMedians(
        points().stream().filter(point -> point.at() > 1).toList(), "times", 2, 0);
    fit.ifPresent(
        law -> labels.labelAtEnd(Texts.say("weak.gustafson"), law::speedup, theme.compute()));
    labels.labelAlong(Texts.say("speedup.ideal"), p -> p, plot.area().yMax(), theme.muted());
    labels.namesOfCores(study.physicalCores(), logicalCores);
    labels.namesOfShapes(points());
    if (fit.isPresent() && fit.get().isExtrapolated(x.max())) {
      labels.note(Texts.say("scaling.dotted"), theme.muted());
    }
  }

  private static void band(XyPlot plot, GustafsonFit law, double most, ChartTheme theme) {
    if (!law.serialShare().interval().isPresent()) {
      return;
    }
    var at = new double[STEPS + 1];
    var lows = new double[STEPS + 1];
    var highs = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      at[i] = 1 + (most - 1) * i / STEPS;
      var range = law.speedupAt(at[i]).interval().value().orElseThrow();
      lows[i] = range.low();
      highs[i] = range.high();
    }
    plot.band(at, lows, highs, theme.compute().faded(0.16));
  }

  @Override
  public OptionalLong pick(Pen pen, double width, double height, double x, double y) {
    var axis = xAxis();
    var several = points().stream().filter(point -> point.at() > 1).toList();
    return Measured.nearest(
        several, XyPlot.area(pen, axis, yAxis(axis.max()), width, height), pen.scale, x, y);
  }

  @Override
  public String spoken() {
    var words =
        points().stream()
            .map(point ->
                Texts.say(
                    "weak.spoken.point",
                    Texts.number(point.median(), 2),
                    Long.toString(point.at())))
            .toList();
    return words.isEmpty()
        ? Texts.say("speedup.spoken.empty")
        : Texts.say("weak.spoken", String.join(", ", words));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Columns.names(
            "speedup.column.workers",
            "weak.column.median",
            "speedup.column.low",
            "speedup.column.high",
            "speedup.column.efficiency",
            "weak.column.fit",
            "speedup.column.seconds",
            "speedup.column.runs"));
    Stream.concat(study.baseline().value().stream(), several())
        .forEach(point -> {
          var row = new ArrayList<String>();
          row.add(Integer.toString(point.workers()));
          row.addAll(Columns.estimate(point.scaledSpeedup(), 3));
          row.add(
              point.efficiency().isPresent()
                  ? Texts.percent(point.efficiency().getAsDouble())
                  : "");
          row.add(
              study
                  .fit()
                  .value()
                  .map(law -> Texts.number(law.speedup(point.workers()), 3))
                  .orElse(""));
          row.add(Columns.seconds(point.seconds().median()));
          row.add(Columns.runs(point.runs()));
          rows.add(row);
        });
    return rows;
  }
}
