package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import speedup.scaling.ChunkPoint;
import speedup.scaling.ChunkStudy;

/**
 * Time over the number of items in a chunk, on a logarithmic axis: every run, the medians, the
 * fitted costs of cutting, and the best chunk.
 *
 * @param study what was found
 * @param chosen the chunk with a ring around it; empty for none
 */
public record ChunkChart(ChunkStudy study, OptionalLong chosen) implements Pickable {
  private List<Measured> points() {
    return study.points().stream()
        .map(point ->
            Measured.seconds(point.chunkItems(), study.engine(), point.runs(), point.seconds()))
        .toList();
  }

  /** What it has in common with the small charts under it. */
  Axis xAxis() {
    return Axis.ratios(
        Texts.say("chunks.axis.x"), study.points().stream().map(ChunkPoint::chunkItems).toList());
  }

  private Axis yAxis() {
    double highest = Measured.highest(points());
    return Axis.seconds(highest == 0 ? 1 : 1.2 * highest);
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var theme = pen.theme;
    var plot = new XyPlot(pen, xAxis(), yAxis(), width, height);
    var points = points();
    var labels = plot.labels();
    var model = study.model().value();
    if (!points.isEmpty()) {
      model.ifPresent(found ->
          plot.curve(
              found::seconds, points.getFirst().at(), points.getLast().at(), 2, theme.compute()));
    }
    var best = study.best().value().filter(_ -> points.size() > 1);
    best.ifPresent(point -> plot.rule(point.chunkItems()));
    plot.points(points, 0);
    chosen.ifPresent(items ->
        points.stream()
            .filter(point -> point.at() == items)
            .forEach(point -> plot.ring(items, point.median(), theme.accent())));
    best.ifPresent(point ->
        labels.labelOfRule(
            Texts.say("chunks.best", Texts.whole(point.chunkItems())),
            point.chunkItems(),
            theme.foreground()));
    for (var point : points) {
      labels.labelBeside(
          Texts.seconds(point.median()), point.at(), point.median(), 0, theme.foreground());
    }
    model.ifPresent(
        found -> labels.labelAtEnd(Texts.say("chunks.model"), found::seconds, theme.compute()));
    labels.namesOfShapes(points);
    study.model().missing().ifPresent(why -> labels.note(why, theme.muted()));
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
            "chunks.column.items",
            "speedup.column.seconds",
            "speedup.column.low",
            "speedup.column.high",
            "speedup.column.median",
            "speedup.column.runs"));
    for (var point : study.points()) {
      var interval = point.seconds().interval();
      rows.add(
          List.of(
              Texts.whole(point.chunkItems()),
              Columns.seconds(point.seconds().median()),
              Columns.low(interval, 4),
              Columns.high(interval, 4),
              point.speedup().value().map(found -> Texts.number(found.value(), 3)).orElse(""),
              Columns.runs(point.runs())));
    }
    return rows;
  }
}
