package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.scaling.SizePoint;
import speedup.scaling.SizeStudy;

/**
 * Speedup over the size of the problem, on a logarithmic axis: every run, the medians, and the size
 * from which parallel wins.
 *
 * @param study what was found
 * @param chosen the size with a ring around it; empty for none
 */
public record SizeChart(SizeStudy study, OptionalInt chosen) implements Pickable {
  private List<Measured> points() {
    return study.points().stream()
        .filter(point -> point.speedup().isPresent())
        .map(point -> {
          double one = point.sequential().value().orElseThrow().median();
          return Measured.of(
              point.size(),
              study.engine(),
              point.runs(),
              run -> one / run.seconds(),
              point.speedup().value().orElseThrow());
        })
        .toList();
  }

  /** What it has in common with the small charts under it. */
  Axis xAxis() {
    return Axis.ratios(
        Texts.say("sizes.axis.x"),
        study.points().stream().map(SizePoint::size).map(Integer::longValue).toList());
  }

  private Axis yAxis() {
    return Axis.numbers(
        Texts.say("sizes.axis.y", Integer.toString(study.workers())),
        0,
        1.2 * Math.max(1.2, Measured.highest(points())));
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var theme = pen.theme;
    var plot = new XyPlot(pen, xAxis(), yAxis(), width, height);
    var points = points();
    var labels = plot.labels();
    plot.level(1, theme.border());
    var wins = study.winsFrom().value();
    wins.ifPresent(plot::rule);
    plot.points(points, 0);
    chosen.ifPresent(size ->
        points.stream()
            .filter(point -> point.at() == size)
            .forEach(point -> plot.ring(size, point.median(), theme.accent())));
    labels.namesOfMedians(points, "times", 2, 0);
    wins.ifPresent(size ->
        labels.labelOfRule(
            Texts.say("sizes.wins", Integer.toString(size)), size, theme.foreground()));
    labels.labelOfLevel(Texts.say("sizes.sequential"), 1, theme.muted());
    labels.namesOfShapes(points);
    if (points.isEmpty()) {
      study.winsFrom().missing().ifPresent(plot::sentence);
    }
  }

  @Override
  public OptionalLong pick(Pen pen, double width, double height, double x, double y) {
    return Measured.nearest(
        points(), XyPlot.area(pen, xAxis(), yAxis(), width, height), pen.scale, x, y);
  }

  @Override
  public String spoken() {
    return study.sentence();
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Columns.names(
            "sizes.column.size",
            "speedup.column.median",
            "speedup.column.low",
            "speedup.column.high",
            "sizes.column.sequential",
            "sizes.column.parallel",
            "speedup.column.runs"));
    for (var point : study.points()) {
      var row = new ArrayList<String>();
      row.add(Integer.toString(point.size()));
      row.addAll(Columns.estimate(point.speedup(), 3));
      row.add(point.sequential().value().map(one -> Columns.seconds(one.median())).orElse(""));
      row.add(Columns.seconds(point.seconds().median()));
      row.add(Columns.runs(point.runs()));
      rows.add(row);
    }
    return rows;
  }
}
