package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import speedup.measure.Interval;
import speedup.scaling.TimeModel;

/** Speedup by worker count: runs, medians, the ideal, the fitted law and its ceiling. */
public final class SpeedupChart extends CanvasPane {
  private static final int MARKS = 5;

  /**
   * What is drawn.
   *
   * @param groups one for each worker count, ascending
   * @param model the fitted times
   * @param fittedUpTo largest worker count that went into the fit; beyond, the curve is dotted
   * @param ceiling largest speedup that the model allows
   */
  public record Data(
      List<Group> groups,
      Optional<TimeModel> model,
      int fittedUpTo,
      OptionalDouble ceiling,
      int physicalCores,
      int logicalCores) {
    /** Copies the groups. */
    public Data {
      groups = List.copyOf(groups);
    }
  }

  /** The runs on one worker count. */
  public record Group(
      int workers, List<Double> speedups, double median, Optional<Interval> interval) {
    /** Copies the speedups. */
    public Group {
      speedups = List.copyOf(speedups);
    }
  }

  private Data data =
      new Data(List.of(), Optional.empty(), 1, OptionalDouble.empty(), 1, 1);

  // where things are, set at each drawing
  private double left;
  private double right;
  private double top;
  private double bottom;
  private int lastWorkers;
  private double topSpeedup;

  /** Makes an empty chart. */
  public SpeedupChart() {
    setTextScale(1);
  }

  /** Shows other data from the next drawing on. */
  public void show(Data next) {
    data = next;
    setAccessibleText(
        next.groups().isEmpty()
            ? word("speedup.empty")
            : next.groups().stream()
                .map(group -> words("speedup.spoken", group.workers(), group.median()))
                .collect(Collectors.joining("; ")));
    changed();
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            word("speedup.table.workers"),
            word("speedup.table.runs"),
            word("speedup.table.median"),
            word("speedup.table.low"),
            word("speedup.table.high"),
            word("speedup.table.efficiency"),
            word("speedup.table.fit")));
    for (var group : data.groups()) {
      rows.add(
          List.of(
              Integer.toString(group.workers()),
              Integer.toString(group.speedups().size()),
              number(group.median()),
              group.interval().map(interval -> number(interval.low())).orElse("–"),
              group.interval().map(interval -> number(interval.high())).orElse("–"),
              String.format(Locale.ROOT, "%.0f %%", 100 * group.median() / group.workers()),
              data.model().map(model -> number(model.speedup(group.workers()))).orElse("–")));
    }
    return rows;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  @Override
  double heightAt(double scale) {
    return 150 * scale;
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    left = scaled(44);
    right = width - scaled(112);
    top = scaled(20);
    bottom = height - scaled(40);
    if (right - left < 40 || bottom - top < 30) {
      return;
    }
    scales();
    frame(g);
    ideal(g);
    cores(g);
    ceiling(g);
    data.model().ifPresent(model -> curve(g, model));
    if (data.groups().isEmpty()) {
      text(
          g,
          word("speedup.empty"),
          (left + right) / 2,
          (top + bottom) / 2,
          TextAlignment.CENTER,
          theme().muted());
    }
    data.groups().forEach(group -> group(g, group));
  }

  private void scales() {
    var most = data.groups().stream().mapToInt(Group::workers).max().orElse(1);
    lastWorkers = Math.max(Math.max(4, 2 * data.logicalCores()), most + 1);
    var largest =
        data.groups().stream()
            .flatMap(group -> group.speedups().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    var wanted = Math.max(largest * 1.15, Math.min(lastWorkers, 1.3 * data.physicalCores()));
    topSpeedup = Ticks.upTo(wanted, MARKS).end();
  }

  private double x(double workers) {
    return left + (right - left) * (workers - 1) / (lastWorkers - 1);
  }

  private double y(double speedup) {
    return bottom - (bottom - top) * speedup / topSpeedup;
  }

  private void frame(GraphicsContext g) {
    var ticks = Ticks.upTo(topSpeedup, MARKS);
    for (var i = 0; i < ticks.count(); i++) {
      var y = sharp(y(ticks.at(i)));
      g.setStroke(i == 0 ? theme().border() : theme().grid());
      g.strokeLine(left, y, right, y);
      text(g, ticks.label(i), left - scaled(8), y, TextAlignment.RIGHT, theme().muted());
    }
    var every = Math.max(1, (int) Math.ceil(scaled(26) / Math.max(1, x(2) - x(1))));
    for (var p = 1; p <= lastWorkers; p += every) {
      g.setStroke(theme().grid());
      g.strokeLine(sharp(x(p)), top, sharp(x(p)), bottom);
      text(
          g,
          Integer.toString(p),
          x(p),
          bottom + scaled(11),
          TextAlignment.CENTER,
          theme().muted());
    }
    text(
        g,
        word("axis.workers"),
        (left + right) / 2,
        bottom + scaled(28),
        TextAlignment.CENTER,
        theme().muted());
    text(g, word("axis.speedup"), scaled(4), scaled(9), TextAlignment.LEFT, theme().muted());
  }

  private void ideal(GraphicsContext g) {
    var end = Math.min(lastWorkers, topSpeedup);
    g.setStroke(theme().muted());
    g.strokeLine(x(1), y(1), x(end), y(end));
    text(
        g,
        word("speedup.ideal"),
        end == lastWorkers ? right + scaled(6) : x(end) + scaled(6),
        y(end) + (end == lastWorkers ? 0 : scaled(8)),
        TextAlignment.LEFT,
        theme().muted());
  }

  private void cores(GraphicsContext g) {
    if (data.physicalCores() == data.logicalCores()) {
      rule(g, data.physicalCores(), words("speedup.cores", data.physicalCores()));
    } else {
      rule(g, data.physicalCores(), words("speedup.physical", data.physicalCores()));
      rule(g, data.logicalCores(), words("speedup.logical", data.logicalCores()));
    }
  }

  private void rule(GraphicsContext g, int cores, String label) {
    g.setStroke(theme().border());
    g.setLineDashes(scaled(2), scaled(3));
    g.strokeLine(sharp(x(cores)), top, sharp(x(cores)), bottom);
    g.setLineDashes();
    text(g, label, x(cores) + scaled(4), bottom - scaled(9), TextAlignment.LEFT, theme().muted());
  }

  private void ceiling(GraphicsContext g) {
    if (data.ceiling().isEmpty() || data.groups().isEmpty()) {
      return;
    }
    var ceiling = data.ceiling().getAsDouble();
    var inside = ceiling <= topSpeedup;
    if (inside) {
      g.setStroke(theme().merge());
      g.setLineDashes(scaled(6), scaled(4));
      g.strokeLine(left, sharp(y(ceiling)), right, sharp(y(ceiling)));
      g.setLineDashes();
    }
    text(
        g,
        words(inside ? "speedup.ceiling" : "speedup.ceiling.above", ceiling),
        right + scaled(6),
        inside ? y(ceiling) : top - scaled(10),
        TextAlignment.LEFT,
        theme().foreground());
  }

  private void curve(GraphicsContext g, TimeModel model) {
    g.setStroke(theme().accent());
    g.setLineWidth(2);
    path(g, model, 1, Math.min(lastWorkers, data.fittedUpTo()));
    if (data.fittedUpTo() < lastWorkers) {
      g.setLineDashes(1, 5);
      path(g, model, data.fittedUpTo(), lastWorkers);
      g.setLineDashes();
    }
    g.setLineWidth(1);
    var end = y(model.speedup(lastWorkers));
    if (end > top) {
      text(
          g,
          words("speedup.fit", 100 * model.serialFraction()),
          right - scaled(4),
          end + scaled(14),
          TextAlignment.RIGHT,
          theme().accent());
    }
  }

  private void path(GraphicsContext g, TimeModel model, double from, double to) {
    g.beginPath();
    var steps = 60;
    for (var i = 0; i <= steps; i++) {
      var p = from + (to - from) * i / steps;
      var y = Math.max(top, y(model.speedup(p)));
      if (i == 0) {
        g.moveTo(x(p), y);
      } else {
        g.lineTo(x(p), y);
      }
    }
    g.stroke();
  }

  private void group(GraphicsContext g, Group group) {
    var x = x(group.workers());
    var dot = scaled(3);
    g.setFill(theme().compute().deriveColor(0, 1, 1, 0.35));
    for (var speedup : group.speedups()) {
      g.fillOval(x - dot, y(speedup) - dot, 2 * dot, 2 * dot);
    }
    g.setStroke(theme().foreground());
    g.setLineWidth(1.5);
    group
        .interval()
        .ifPresent(
            interval -> {
              g.strokeLine(x, y(interval.low()), x, y(interval.high()));
              for (var end : new double[] {interval.low(), interval.high()}) {
                g.strokeLine(x - dot, y(end), x + dot, y(end));
              }
            });
    var large = scaled(5);
    g.setFill(theme().compute());
    g.fillOval(x - large, y(group.median()) - large, 2 * large, 2 * large);
    g.setStroke(theme().background());
    g.strokeOval(x - large, y(group.median()) - large, 2 * large, 2 * large);
    g.setLineWidth(1);
    boldText(
        g,
        words("speedup.point", group.median()),
        x - scaled(9),
        Math.max(top + scaled(4), y(group.median()) - scaled(12)),
        TextAlignment.RIGHT,
        theme().foreground());
  }
}
