package speedup.plot;

import speedup.scaling.TimeModel;

/** Draws one speedup chart: first what lies behind, then the runs, then the labels. */
final class SpeedupPainter {
  private static final double TICK = 4;

  private final Pen pen;
  private final PlotArea plot;
  private final SpeedupChart.Data data;
  private final LabelPlacer placer;
  private final double line;

  SpeedupPainter(Pen pen, PlotArea plot, SpeedupChart.Data data) {
    this.pen = pen;
    this.plot = plot;
    this.data = data;
    placer = new LabelPlacer(plot.frame());
    line = pen.small.lineHeight();
  }

  void axes(Ticks yTicks) {
    var theme = pen.theme;
    for (var i = 0; i < yTicks.count(); i++) {
      var value = yTicks.at(i);
      var y = Pen.crisp(plot.y(value));
      pen.line(plot.left(), y, plot.right(), y, 1, theme.grid());
      var label = Texts.number(value, i == 0 ? 0 : yTicks.decimals());
      pen.text(pen.small, label, plot.left() - 6, y - line / 2, Align.RIGHT, theme.muted());
    }
    var most = Math.max(1, (int) ((plot.right() - plot.left()) / (32 * pen.scale)));
    var step = (int) Ticks.wholeUpTo(plot.xMax(), most).step();
    for (var workers = 1; workers <= plot.xMax(); workers = next(workers, step)) {
      var x = Pen.crisp(plot.x(workers));
      pen.line(x, plot.top(), x, plot.bottom(), 1, theme.grid());
      pen.line(x, plot.bottom(), x, plot.bottom() + TICK, 1, theme.border());
      var label = Integer.toString(workers);
      pen.text(pen.small, label, x, plot.bottom() + TICK, Align.CENTER, theme.muted());
    }
    var left = Pen.crisp(plot.left());
    var bottom = Pen.crisp(plot.bottom());
    pen.line(left, plot.top(), left, bottom, 1, theme.border());
    pen.line(left, bottom, plot.right(), bottom, 1, theme.border());
    pen.text(pen.small, Texts.say("speedup.axis.y"), Pen.MARGIN, 4, Align.LEFT, theme.foreground());
    pen.text(
        pen.small,
        Texts.say("speedup.axis.x"),
        (plot.left() + plot.right()) / 2,
        plot.bottom() + TICK + line + 1,
        Align.CENTER,
        theme.foreground());
  }

  /** 1, then the multiples of the step. */
  private static int next(int workers, int step) {
    return workers == 1 && step > 1 ? step : workers + step;
  }

  /** Rules, the ideal, the ceiling and the fit, all of them within the plot. */
  void curves() {
    var theme = pen.theme;
    rule(data.physicalCores());
    if (data.logicalCores() != data.physicalCores()) {
      rule(data.logicalCores());
    }
    pen.line(
        plot.x(1),
        plot.y(1),
        plot.x(idealEnd()),
        plot.y(idealEnd()),
        1.5 * pen.scale,
        theme.border());
    if (ceilingIsInside()) {
      var y = Pen.crisp(plot.y(data.ceiling().getAsDouble()));
      pen.dashed(plot.left(), y, plot.right(), y, 1.5 * pen.scale, theme.merge());
    }
    data.model().ifPresent(this::fit);
  }

  /** Where the ideal line leaves the plot; computed, so that nothing needs a clip. */
  private double idealEnd() {
    return Math.min(plot.xMax(), plot.yMax());
  }

  private void rule(int cores) {
    var x = Pen.crisp(plot.x(cores));
    pen.dashed(x, plot.top(), x, plot.bottom(), 1, pen.theme.border());
  }

  private boolean ceilingIsInside() {
    return data.ceiling().isPresent() && data.ceiling().getAsDouble() <= plot.yMax();
  }

  private void fit(TimeModel model) {
    var solidEnd = Math.clamp(data.fittedUpTo(), 1.0, plot.xMax());
    curve(model, 1, solidEnd);
    pen.dash(2 * pen.scale, 4 * pen.scale);
    curve(model, solidEnd, plot.xMax());
    pen.solid();
  }

  private void curve(TimeModel model, double from, double to) {
    var count = 1 + (int) Math.ceil((plot.x(to) - plot.x(from)) / 4);
    if (to <= from || count < 2) {
      return;
    }
    var xs = new double[count];
    var ys = new double[count];
    for (var i = 0; i < count; i++) {
      var p = from + (to - from) * i / (count - 1);
      xs[i] = plot.x(p);
      ys[i] = plot.y(Math.min(plot.yMax(), model.speedup(p)));
    }
    pen.curve(xs, ys, count, 2 * pen.scale, pen.theme.compute());
  }

  /** Beside each other where several engines have the same number of workers. */
  private double x(SpeedupChart.Group group) {
    var engines = data.groups().stream().map(SpeedupChart.Group::engine).distinct().toList();
    var step = 12 * pen.scale;
    var shift = (engines.indexOf(group.engine()) - (engines.size() - 1) / 2.0) * step;
    return plot.x(group.workers()) + shift;
  }

  /** Every run a faint dot, the medians with their whiskers over them. */
  void runs() {
    var theme = pen.theme;
    // nearly round from two rectangles, which need no smoothing however many runs there are
    var reach = Math.max(2, Math.round(2 * pen.scale));
    var waist = Math.max(1, Math.round(reach * 0.5));
    var faint = theme.foreground().mix(theme.background(), 0.6);
    for (var group : data.groups()) {
      var x = Math.round(x(group));
      for (var speedup : group.speedups()) {
        var y = Math.round(plot.y(speedup));
        pen.fill(x - reach, y - waist, 2 * reach + 1, 2 * waist + 1, faint);
        pen.fill(x - waist, y - reach, 2 * waist + 1, 2 * reach + 1, faint);
      }
    }
    var half = 4.5 * pen.scale;
    for (var group : data.groups()) {
      var x = x(group);
      group
          .interval()
          .ifPresent(interval -> {
            var low = plot.y(interval.low());
            var high = plot.y(interval.high());
            var width = 1.5 * pen.scale;
            pen.line(x, low, x, high, width, theme.foreground());
            pen.line(x - half, low, x + half, low, width, theme.foreground());
            pen.line(x - half, high, x + half, high, width, theme.foreground());
          });
      var y = plot.y(group.median());
      pen.dot(x, y, half + 1, theme.background());
      pen.dot(x, y, half, theme.engine(group.engine()));
      placer.block(new LabelPlacer.Box(x - 2 * half, y - 2 * half, 4 * half, 4 * half));
    }
  }

  /** The most important labels first: a later one that finds no place is left out. */
  void labels() {
    medianLabels();
    idealLabel();
    fitLabel();
    ceilingLabel();
    if (data.logicalCores() == data.physicalCores()) {
      ruleLabel(data.physicalCores(), "speedup.cores");
    } else {
      ruleLabel(data.physicalCores(), "speedup.cores.physical");
      ruleLabel(data.logicalCores(), "speedup.cores.logical");
    }
  }

  private void medianLabels() {
    for (var group : data.groups()) {
      var text = Texts.say("times", Texts.number(group.median(), 2));
      var width = pen.small.width(text);
      var gap = 9 * pen.scale;
      var x = x(group);
      var y = plot.y(group.median());
      if (!tryLabel(text, x + gap, y + 2, pen.theme.foreground())
          && !tryLabel(text, x - width / 2, y + gap, pen.theme.foreground())) {
        tryLabel(text, x - gap - width, y - line - 2, pen.theme.foreground());
      }
    }
  }

  private void idealLabel() {
    var text = Texts.say("speedup.ideal");
    // where the line leaves the plot, at its right side or at its top
    var end = idealEnd();
    for (var share : new double[] {0.85, 0.7, 0.55, 0.95}) {
      var p = 1 + (end - 1) * share;
      var x = plot.x(p) - pen.small.width(text) - 8 * pen.scale;
      if (tryLabel(text, x, plot.y(p) - line, pen.theme.muted())) {
        return;
      }
    }
  }

  private void fitLabel() {
    data.model()
        .ifPresent(model -> {
          var text =
              Texts.say(data.fittedUpTo() < plot.xMax() ? "speedup.fit.dotted" : "speedup.fit");
          var width = pen.small.width(text);
          var x = plot.right() - width - 4;
          var lowest =
              Math.max(plot.y(model.speedup(plot.xMax())), plot.y(model.speedup(plot.value(x))));
          var wish = new LabelPlacer.Box(x, lowest + 4 * pen.scale, width, line);
          var box = placer.takeNear(wish, 6);
          if (box != null) {
            label(text, box, pen.theme.compute());
          }
        });
  }

  private void ceilingLabel() {
    if (data.ceiling().isEmpty()) {
      return;
    }
    var times = Texts.number(data.ceiling().getAsDouble(), 1);
    var inside = ceilingIsInside();
    var text = Texts.say(inside ? "speedup.ceiling" : "speedup.ceiling.above", times);
    var width = pen.small.width(text);
    var y = inside ? plot.y(data.ceiling().getAsDouble()) - line - 1 : plot.top() + 1;
    for (var x = plot.right() - width - 4; x > plot.left(); x -= width / 2) {
      if (tryLabel(text, x, Math.max(plot.top(), y), pen.theme.foreground())) {
        return;
      }
    }
  }

  private void ruleLabel(int cores, String key) {
    var text = Texts.say(key, Integer.toString(cores));
    var x = plot.x(cores) + 4;
    for (var y = plot.bottom() - line - 2; y > plot.top(); y -= line) {
      if (tryLabel(text, x, y, pen.theme.muted())
          || tryLabel(text, x - 8 - pen.small.width(text), y, pen.theme.muted())) {
        return;
      }
    }
  }

  private boolean tryLabel(String text, double x, double y, Ink color) {
    var box = new LabelPlacer.Box(x, y, pen.small.width(text), line);
    if (!placer.take(box)) {
      return false;
    }
    label(text, box, color);
    return true;
  }

  private void label(String text, LabelPlacer.Box box, Ink color) {
    pen.fill(
        box.x() - 1, box.y(), box.width() + 2, box.height(), pen.theme.background().faded(0.8));
    pen.text(pen.small, text, box.x(), box.y(), Align.LEFT, color);
  }
}
