package speedup.ui.chart;

import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.PlotArea;
import speedup.plot.Texts;
import speedup.plot.TimeAxis;
import speedup.workload.FlowLook;

/** Draws a {@link StagesChart}: boxes with arrows above, lanes of what lies between them below. */
final class StagesPainter {
  private static final double MARGIN = CanvasPane.MARGIN;
  private static final double PADDING = 6;
  private static final double BAR = 6;

  /** Half of the time and more counts as held back in a stretch of a lane. */
  private static final double HELD = 0.5;

  private final Pen pen;
  private final StagesChart.Data data;
  private final FlowLook look;
  private final double line;

  StagesPainter(Pen pen, StagesChart.Data data) {
    this.pen = pen;
    this.data = data;
    look = data.look();
    line = pen.small.lineHeight();
  }

  void paint(double width, double height) {
    var boxes = pen.strong.lineHeight() + 2 * line + (BAR + 2 * PADDING + 2) * pen.scale;
    boxes(width, boxes);
    lanes(width, MARGIN + boxes + 8 * pen.scale, height);
  }

  private void boxes(double width, double height) {
    var count = look.stages().size();
    var gap = 28 * pen.scale;
    var box = Math.floor((width - 2 * MARGIN - (count - 1) * gap) / count);
    for (var i = 0; i < count; i++) {
      var left = MARGIN + i * (box + gap);
      box(i, left, MARGIN, box, height);
      if (i > 0) {
        arrow(left - gap, MARGIN + height / 2, left);
      }
    }
  }

  private void arrow(double from, double y, double to) {
    var tip = 5 * pen.scale;
    var middle = Pen.crisp(y);
    pen.line(from + 4, middle, to - 4 - tip, middle, Math.max(1, pen.scale), pen.theme.muted());
    pen.area(
        new double[] {to - 4 - tip, to - 4, to - 4 - tip},
        new double[] {middle - tip * 0.7, middle, middle + tip * 0.7},
        3,
        pen.theme.muted());
  }

  private void box(int number, double left, double top, double width, double height) {
    var theme = pen.theme;
    var stage = look.stages().get(number);
    var bottleneck = StagesChart.isBottleneck(look, number);
    var stroke = (bottleneck ? 3 : 1) * pen.scale;
    pen.frame(
        Pen.crisp(left),
        Pen.crisp(top),
        Math.floor(width) - 1,
        Math.floor(height) - 1,
        stroke,
        bottleneck ? theme.foreground() : theme.border());
    var inner = left + PADDING * pen.scale;
    var room = width - 2 * PADDING * pen.scale;
    var y = top + PADDING * pen.scale;
    var name =
        stage.processes() > 1
            ? Texts.say("stages.name", stage.name(), Texts.number(stage.processes(), 0))
            : stage.name();
    pen.text(pen.strong, Pen.fit(pen.strong, name, room), inner, y, Align.LEFT, theme.foreground());
    y += pen.strong.lineHeight();
    if (bottleneck) {
      mark(inner, y, room);
    } else {
      pen.text(
          pen.small, Pen.fit(pen.small, wait(number), room), inner, y, Align.LEFT, theme.muted());
    }
    y += line;
    var busy = Texts.say("stages.busy", Texts.percent(stage.busy()));
    pen.text(pen.small, Pen.fit(pen.small, busy, room), inner, y, Align.LEFT, theme.foreground());
    shares(stage, inner, y + line + 2 * pen.scale, room);
  }

  /** An hourglass' neck, and the word. */
  private void mark(double left, double top, double room) {
    var size = Math.round(line * 0.6);
    var y = top + (line - size) / 2;
    pen.area(
        new double[] {left, left + size, left, left + size},
        new double[] {y, y, y + size, y + size},
        4,
        pen.theme.foreground());
    var text = Pen.fit(pen.small, Texts.say("stages.bottleneck"), room - size - 4);
    pen.text(pen.small, text, left + size + 4, top, Align.LEFT, pen.theme.foreground());
  }

  /** What a stage waits for: just now, where it is held back; else what it did most. */
  private String wait(int number) {
    var stage = look.stages().get(number);
    if (number < look.stores().size() && data.held().get(number)) {
      return Texts.say("stages.held", look.stores().get(number).name());
    }
    return stage.room() > stage.input()
        ? Texts.say("stages.room", Texts.percent(stage.room()))
        : Texts.say("stages.input", Texts.percent(stage.input()));
  }

  /** Busy is filled, held back is hatched, and waiting for input is blank. */
  private void shares(FlowLook.Stage stage, double left, double top, double width) {
    var height = BAR * pen.scale;
    var busy = Math.round(width * Math.clamp(stage.busy(), 0, 1));
    var held = Math.round(Math.min(width - busy, width * stage.room()));
    pen.fill(left, top, busy, height, pen.theme.compute());
    if (held > 0) {
      pen.hatch(left + busy, top, held, height, pen.theme.lock());
    }
    pen.outline(left, top, width, height, pen.theme.border());
  }

  private void lanes(double width, double top, double height) {
    var axis = new TimeAxis(0, data.seconds());
    var labels = pen.small.width(axis.title());
    for (var store : look.stores()) {
      // as wide as it can get, so that the plot stands still
      var full =
          new FlowLook.Store(store.name(), store.capacity(), store.capacity(), store.unit(), false);
      labels = Math.max(labels, pen.small.width(StagesChart.fill(full)));
      labels = Math.max(labels, pen.strong.width(store.name()));
    }
    var left = Math.ceil(Math.min(MARGIN + labels + 10, width / 2));
    var right = Math.max(left + 20, width - MARGIN - pen.small.width("00.0") / 2);
    var bottom = height - line - TimeAxis.TICK - 4;
    if (look.stores().isEmpty() || bottom - top < line) {
      return;
    }
    axis.draw(pen, left, right, top, bottom);
    var lane = Math.floor((bottom - top) / look.stores().size());
    for (var i = 0; i < look.stores().size(); i++) {
      var store = look.stores().get(i);
      var from = top + i * lane;
      var plot =
          new PlotArea(
              left, from + 4, right, from + lane - 4, 0, data.seconds(), store.capacity() * 1.02);
      label(store, from, lane);
      lane(i, plot);
    }
  }

  private void label(FlowLook.Store store, double top, double height) {
    var text = StagesChart.fill(store);
    if (height >= pen.strong.lineHeight() + line) {
      var y = top + (height - pen.strong.lineHeight() - line) / 2;
      pen.text(pen.strong, store.name(), MARGIN, y, Align.LEFT, pen.theme.foreground());
      y += pen.strong.lineHeight();
      pen.tabular(pen.small, text, MARGIN, y, pen.theme.muted());
    } else {
      var y = top + (height - line) / 2;
      pen.text(pen.small, store.name(), MARGIN, y, Align.LEFT, pen.theme.foreground());
    }
  }

  private void lane(int number, PlotArea plot) {
    var theme = pen.theme;
    var store = look.stores().get(number);
    var full = Pen.crisp(plot.y(store.capacity()));
    fill(number, plot);
    held(number, plot);
    pen.line(
        plot.left(),
        Pen.crisp(plot.bottom()),
        plot.right(),
        Pen.crisp(plot.bottom()),
        1,
        theme.border());
    pen.dashed(plot.left(), full, plot.right(), full, Math.max(1, pen.scale), theme.foreground());
    if (plot.bottom() - plot.top() >= 2.5 * line) {
      var word = Texts.say("stages.full");
      var left = plot.right() - pen.small.width(word) - 6;
      pen.fill(left, full + 2, pen.small.width(word) + 4, line - 2, theme.background());
      pen.text(pen.small, word, left + 2, full + 1, Align.LEFT, theme.muted());
    }
    words(number, plot);
  }

  private void fill(int number, PlotArea plot) {
    var points = data.fills().get(number);
    if (points.isEmpty()) {
      return;
    }
    var xs = new double[2 * points.size() + 2];
    var ys = new double[xs.length];
    var at = 0;
    var before = plot.left();
    for (var point : points) {
      var y = plot.y(point.fill());
      var x = Math.min(plot.right(), plot.x(point.seconds()));
      xs[at] = before;
      ys[at++] = y;
      xs[at] = x;
      ys[at++] = y;
      before = x;
    }
    xs[at] = before;
    ys[at++] = plot.bottom();
    xs[at] = plot.left();
    ys[at] = plot.bottom();
    pen.area(xs, ys, xs.length, pen.theme.serialise());
    pen.curve(xs, ys, xs.length - 2, Math.max(1, pen.scale), pen.theme.border());
  }

  /** Hatching where the stage before it was held back; neighbours are one rectangle. */
  private void held(int number, PlotArea plot) {
    var from = Double.NaN;
    var before = 0.0;
    for (var point : data.fills().get(number)) {
      var isHeld = point.blocked() >= HELD;
      if (isHeld && Double.isNaN(from)) {
        from = before;
      } else if (!isHeld && !Double.isNaN(from)) {
        hatch(plot, from, before);
        from = Double.NaN;
      }
      before = point.seconds();
    }
    if (!Double.isNaN(from)) {
      hatch(plot, from, before);
    }
  }

  private void hatch(PlotArea plot, double from, double to) {
    var left = plot.x(from);
    var width = Math.min(plot.right(), plot.x(to)) - left;
    if (width >= 1) {
      pen.hatch(left, plot.top(), width, plot.bottom() - plot.top(), pen.theme.lock());
    }
  }

  /** What the hatching means, in words. */
  private void words(int number, PlotArea plot) {
    var stage = look.stages().get(number).name();
    var share = data.heldShare(number);
    var now = data.held().get(number);
    if (!now && share < 0.005) {
      return;
    }
    var text =
        now
            ? Texts.say("stages.lane.held", stage)
            : Texts.say("stages.lane.share", stage, Texts.percent(share));
    var fitting = Pen.fit(pen.small, text, plot.right() - plot.left() - 16);
    var y = plot.bottom() - line - 2;
    pen.fill(plot.left() + 4, y, pen.small.width(fitting) + 8, line, pen.theme.background());
    pen.text(pen.small, fitting, plot.left() + 8, y, Align.LEFT, pen.theme.foreground());
  }
}
