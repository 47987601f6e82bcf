package speedup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.Summary;
import speedup.plot.Align;
import speedup.plot.Chart;
import speedup.plot.Pen;
import speedup.plot.PlotArea;
import speedup.plot.Texts;
import speedup.plot.Ticks;

/**
 * Medians as bars on one shared axis from 0, with every run as a dot and the interval as a whisker.
 *
 * @param unit what the bars are as long as
 * @param rows from top to bottom
 */
public record BarsChart(Unit unit, List<Row> rows) implements Chart {
  private static final double ROW = 34;
  private static final double HEAD = 20;
  private static final double WIDEST_NAMES = 0.34;

  /** What is compared. */
  public enum Unit {
    /** Wall times: of the same work on like machines. */
    SECONDS,
    /** Speedups: of whatever has a baseline of its own. */
    SPEEDUP
  }

  /**
   * A bar.
   *
   * @param group a heading over it; the same as that of the row before for none
   * @param name what ran
   * @param engine which decides about the colour
   * @param values of every run, in the unit
   * @param summary of them
   * @param label what is written at its end
   */
  public record Row(
      String group,
      String name,
      EngineKind engine,
      List<Double> values,
      Summary summary,
      String label) {
    /** Copies the list. */
    public Row {
      values = List.copyOf(values);
    }

    /** A row of these values; at least one. */
    static Row of(String group, String name, EngineKind engine, List<Double> values, String label) {
      var summary = Summary.of(values.stream().mapToDouble(Double::doubleValue).toArray());
      return new Row(group, name, engine, values, summary, label);
    }
  }

  /** Copies the list. */
  public BarsChart {
    rows = List.copyOf(rows);
  }

  /** The height that shows all rows well, in pixels at the usual text size. */
  public double goodHeight() {
    return ROW * Math.max(1, rows.size()) + HEAD * groups() + 44;
  }

  private int groups() {
    return (int) rows.stream().map(Row::group).filter(group -> !group.isEmpty()).distinct().count();
  }

  private double most() {
    return rows.stream().mapToDouble(row -> row.summary().max()).max().orElse(1);
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    if (rows.isEmpty()) {
      pen.text(
          pen.body,
          ReportWords.say("bars.empty"),
          width / 2,
          height / 2,
          Align.CENTER,
          pen.theme.muted());
      return;
    }
    var line = pen.small.lineHeight();
    var names = rows.stream().mapToDouble(row -> pen.body.width(row.name())).max().orElse(0);
    var labels = rows.stream().mapToDouble(row -> pen.strong.width(row.label())).max().orElse(0);
    var left = Math.min(Pen.MARGIN + names + 10 * pen.scale, WIDEST_NAMES * width);
    var right = Math.max(left + 40, width - Pen.MARGIN - labels - 12 * pen.scale);
    var bottom = height - 2 * line - 8 * pen.scale;
    var plot = new PlotArea(left, Pen.MARGIN, right, bottom, 0, most() * 1.02, 1);
    axis(pen, plot);
    var head = groups() == 0 ? 0 : HEAD * pen.scale;
    var pitch = (bottom - Pen.MARGIN - head * groups()) / rows.size();
    var top = Pen.MARGIN;
    var group = "";
    for (var row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        var text = Pen.fit(pen.strong, group, width - 2 * Pen.MARGIN);
        pen.text(pen.strong, text, Pen.MARGIN, top, Align.LEFT, pen.theme.foreground());
        top += head;
      }
      row(pen, plot, row, top, pitch);
      top += pitch;
    }
  }

  private void axis(Pen pen, PlotArea plot) {
    var theme = pen.theme;
    var room = (int) ((plot.right() - plot.left()) / (64 * pen.scale));
    var ticks = Ticks.upTo(plot.xMax(), Math.max(1, room));
    var under = plot.bottom() + 4 * pen.scale;
    for (var i = 0; ticks.at(i) <= plot.xMax(); i++) {
      var x = Pen.crisp(plot.x(ticks.at(i)));
      pen.line(x, plot.top(), x, plot.bottom(), 1, theme.grid());
      var text = Texts.number(ticks.at(i), i == 0 ? 0 : ticks.decimals());
      pen.text(pen.small, text, x, under, Align.CENTER, theme.muted());
    }
    var y = Pen.crisp(plot.bottom());
    pen.line(plot.left(), y, plot.right(), y, 1, theme.border());
    var title = ReportWords.say(unit == Unit.SECONDS ? "bars.axis.seconds" : "bars.axis.speedup");
    pen.text(
        pen.small,
        title,
        plot.left(),
        under + pen.small.lineHeight(),
        Align.LEFT,
        theme.foreground());
  }

  private static void row(Pen pen, PlotArea plot, Row row, double top, double pitch) {
    var theme = pen.theme;
    var middle = top + pitch / 2;
    var bar = Math.clamp(pitch - 10 * pen.scale, 6, 24 * pen.scale);
    var wide = Math.max(1, plot.x(row.summary().median()) - plot.left());
    var ink = theme.engine(row.engine());
    pen.fill(plot.left(), middle - bar / 2, wide, bar, ink);
    pen.outline(plot.left(), middle - bar / 2, wide, bar, theme.border());
    for (var value : row.values()) {
      pen.dot(plot.x(value), middle, 3 * pen.scale, theme.background());
      pen.dot(plot.x(value), middle, 2.2 * pen.scale, theme.foreground().faded(0.7));
    }
    row.summary().interval().ifPresent(range -> whisker(pen, plot, range, middle, bar));
    var text = top + (pitch - pen.body.lineHeight()) / 2;
    var name = Pen.fit(pen.body, row.name(), plot.left() - Pen.MARGIN - 8 * pen.scale);
    pen.text(pen.body, name, plot.left() - 8 * pen.scale, text, Align.RIGHT, theme.foreground());
    var end = Math.max(plot.left() + wide, plot.x(row.summary().max())) + 8 * pen.scale;
    pen.text(pen.strong, row.label(), end, text, Align.LEFT, theme.foreground());
  }

  private static void whisker(Pen pen, PlotArea plot, Interval range, double middle, double bar) {
    var low = plot.x(range.low());
    var high = plot.x(range.high());
    var ink = pen.theme.foreground();
    pen.line(low, middle, high, middle, 1.5, ink);
    for (var end : new double[] {low, high}) {
      pen.line(end, middle - bar / 3, end, middle + bar / 3, 1.5, ink);
    }
  }

  private static String full(Row row) {
    return row.group().isEmpty()
        ? row.name()
        : ReportWords.say("bars.row", row.group(), row.name());
  }

  @Override
  public String spoken() {
    if (rows.isEmpty()) {
      return ReportWords.say("bars.empty");
    }
    var all =
        rows.stream()
            .map(row -> ReportWords.say("bars.spoken.row", full(row), row.label()))
            .toList();
    return ReportWords.say("bars.spoken", String.join("; ", all));
  }

  @Override
  public List<List<String>> table() {
    var table = new ArrayList<List<String>>();
    table.add(
        Stream.of("who", "median", "low", "high", "runs")
            .map(name -> ReportWords.say("bars.column." + name))
            .toList());
    for (var row : rows) {
      var range = row.summary().interval();
      table.add(
          List.of(
              full(row),
              Texts.number(row.summary().median(), 4),
              range.map(found -> Texts.number(found.low(), 4)).orElse(""),
              range.map(found -> Texts.number(found.high(), 4)).orElse(""),
              String.join("; ", row.values().stream().map(v -> Texts.number(v, 4)).toList())));
    }
    return table;
  }
}
