package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import speedup.measure.Interval;

/** Values over an axis: first what lies behind, then the runs, then the labels. For one drawing. */
final class XyPlot {
  private static final double TICK = 4;

  /** Distance of two points of a curve, in pixels. */
  private static final double CURVE_STEP = 4;

  /** Runs stand left of their median, which would hide them; in pixels at the usual scale. */
  private static final double BESIDE = 9;

  private final Pen pen;
  private final PlotArea area;
  private final PlotLabels labels;
  private final double line;

  /** A plot with its axes. */
  XyPlot(Pen pen, Axis x, Axis y, double width, double height) {
    this.pen = pen;
    line = pen.small.lineHeight();
    area = area(pen, x, y, width, height);
    labels = new PlotLabels(pen, area);
    axes(x, y);
  }

  /** Where the values of these axes are on a surface of this size. */
  static PlotArea area(Pen pen, Axis x, Axis y, double width, double height) {
    double line = pen.small.lineHeight();
    double left = Pen.MARGIN + y.widest(pen.small, rows(pen, height)) + 8 * pen.scale;
    return new PlotArea(
        left,
        line + 10,
        Math.max(left + 40, width - Pen.MARGIN - 8 * pen.scale),
        Math.max(line + 20, height - 2 * line - 12),
        x.min(),
        x.max(),
        y.min(),
        y.max(),
        x.log());
  }

  /** Where an axis of workers ends: beyond the cores, with room for what is extrapolated. */
  static int lastWorkers(int measured, int logicalCores) {
    return Math.max(logicalCores + Math.max(1, logicalCores / 4), measured + (measured + 1) / 2);
  }

  private static int rows(Pen pen, double height) {
    double line = pen.small.lineHeight();
    return Math.max(1, (int) ((height - 3 * line) / (3 * line)));
  }

  PlotArea area() {
    return area;
  }

  /** What is named in it. */
  PlotLabels labels() {
    return labels;
  }

  private void axes(Axis x, Axis y) {
    var theme = pen.theme;
    double height = area.bottom() + 2 * line + 12;
    for (var tick : y.ticks().upTo(rows(pen, height))) {
      double at = Pen.crisp(area.y(tick.value()));
      pen.line(area.left(), at, area.right(), at, 1, theme.grid());
      pen.text(pen.small, tick.name(), area.left() - 6, at - line / 2, Align.RIGHT, theme.muted());
    }
    double free = area.left();
    int most = Math.max(1, (int) ((area.right() - area.left()) / (32 * pen.scale)));
    for (var tick : x.ticks().upTo(most)) {
      double at = Pen.crisp(area.x(tick.value()));
      pen.line(at, area.top(), at, area.bottom(), 1, theme.grid());
      pen.line(at, area.bottom(), at, area.bottom() + TICK, 1, theme.border());
      double half = pen.small.width(tick.name()) / 2;
      if (at - half >= free - half) {
        pen.text(pen.small, tick.name(), at, area.bottom() + TICK, Align.CENTER, theme.muted());
        free = at + 2 * half + 6 * pen.scale;
      }
    }
    double left = Pen.crisp(area.left());
    double bottom = Pen.crisp(area.bottom());
    pen.line(left, area.top(), left, bottom, 1, theme.border());
    pen.line(left, bottom, area.right(), bottom, 1, theme.border());
    pen.text(pen.small, y.title(), Pen.MARGIN, 4, Align.LEFT, theme.foreground());
    pen.text(
        pen.small,
        x.title(),
        (area.left() + area.right()) / 2,
        area.bottom() + TICK + line + 1,
        Align.CENTER,
        theme.foreground());
  }

  /** A sentence instead of values. */
  void sentence(String words) {
    double room = area.right() - area.left() - 16 * pen.scale;
    var lines = wrapped(pen.small, Texts.sentence(words), room);
    double y = (area.top() + area.bottom() - lines.size() * line) / 2;
    for (var one : lines) {
      double wide = pen.small.width(one) + 8 * pen.scale;
      pen.fill((area.left() + area.right() - wide) / 2, y, wide, line, pen.theme.background());
      pen.text(
          pen.small,
          one,
          (area.left() + area.right()) / 2,
          y,
          Align.CENTER,
          pen.theme.foreground());
      y += line;
    }
  }

  private static List<String> wrapped(Type type, String text, double room) {
    var lines = new ArrayList<String>();
    var present = "";
    for (var word : text.split(" ")) {
      var longer = present.isEmpty() ? word : present + " " + word;
      if (!present.isEmpty() && type.width(longer) > room) {
        lines.add(present);
        present = word;
      } else {
        present = longer;
      }
    }
    lines.add(present);
    return lines;
  }

  /** A dashed line upwards from a place of the x axis that lies on it. */
  void rule(double at) {
    if (at >= area.xMin() && at <= area.xMax()) {
      double x = Pen.crisp(area.x(at));
      pen.dashed(x, area.top(), x, area.bottom(), 1, pen.theme.border());
    }
  }

  /** A dashed line across, from a value that lies on the y axis. */
  void level(double value, Ink ink) {
    if (area.shows(value)) {
      double y = Pen.crisp(area.y(value));
      pen.dashed(area.left(), y, area.right(), y, 1.5 * pen.scale, ink);
    }
  }

  /** A curve, dotted beyond the place up to which it is known. */
  void curve(DoubleUnaryOperator of, double from, double known, double stroke, Ink ink) {
    double end = Math.clamp(known, from, area.xMax());
    strip(of, from, end, stroke, ink);
    pen.dash(2 * pen.scale, 4 * pen.scale);
    strip(of, end, area.xMax(), stroke, ink);
    pen.solid();
  }

  /** Those parts of a curve that lie between the top and the bottom. */
  private void strip(DoubleUnaryOperator of, double from, double to, double stroke, Ink ink) {
    int count = 1 + (int) Math.ceil((area.x(to) - area.x(from)) / CURVE_STEP);
    if (to <= from || count < 2) {
      return;
    }
    var xs = new double[count + 2];
    var ys = new double[count + 2];
    int held = 0;
    double lastX = 0;
    double lastY = 0;
    boolean lastInside = false;
    for (int i = 0; i < count; i++) {
      double x = area.x(from) + (area.x(to) - area.x(from)) * i / (count - 1);
      double y = area.y(of.applyAsDouble(Math.clamp(area.value(x), from, to)));
      boolean inside = y >= area.top() - 0.5 && y <= area.bottom() + 0.5;
      if (i > 0 && inside != lastInside) {
        double border = (inside ? lastY : y) < area.top() ? area.top() : area.bottom();
        xs[held] = lastX + (x - lastX) * (border - lastY) / (y - lastY);
        ys[held++] = border;
      }
      if (inside) {
        xs[held] = x;
        ys[held++] = y;
      }
      if (held > 1 && (!inside || i == count - 1)) {
        pen.curve(xs, ys, held, stroke * pen.scale, ink);
      }
      held = inside ? held : 0;
      lastX = x;
      lastY = y;
      lastInside = inside;
    }
  }

  /** The ground between a lower and an upper curve. */
  void band(double[] at, double[] lows, double[] highs, Ink ink) {
    int n = at.length;
    var xs = new double[2 * n];
    var ys = new double[2 * n];
    for (int i = 0; i < n; i++) {
      xs[i] = area.x(at[i]);
      xs[2 * n - 1 - i] = xs[i];
      ys[i] = area.y(Math.clamp(lows[i], area.yMin(), area.yMax()));
      ys[2 * n - 1 - i] = area.y(Math.clamp(highs[i], area.yMin(), area.yMax()));
    }
    pen.area(xs, ys, 2 * n, ink);
  }

  /** Every run of all points, then the medians over them, then what the shapes mean. */
  void points(List<Measured> points, double shift) {
    for (var point : points) {
      for (var dot : point.dots()) {
        run(point.at(), dot.value(), dot.noisy(), dot.outlier(), shift - BESIDE * pen.scale);
      }
    }
    for (var point : points) {
      median(point.at(), point.median(), point.interval(), pen.theme.engine(point.engine()), shift);
    }
  }

  /** The rules at the cores of a machine. */
  void cores(int physical, int logical) {
    rule(physical);
    if (logical != physical) {
      rule(logical);
    }
  }

  /** A run: faint, and of another shape where it is noisy or an outlier. */
  void run(double at, double value, boolean noisy, boolean outlier, double shift) {
    double x = Math.round(area.x(at) + shift);
    double y = Math.round(area.y(value));
    var faint = pen.theme.foreground().mix(pen.theme.background(), 0.6);
    double reach = Math.max(2, Math.round(2 * pen.scale));
    double wide = 2.2 * reach;
    if (noisy) {
      pen.curve(
          new double[] {x - wide, x, x + wide, x - wide},
          new double[] {y + wide, y - wide, y + wide, y + wide},
          4,
          1.2 * pen.scale,
          pen.theme.foreground());
    }
    if (outlier) {
      pen.frame(x - wide, y - wide, 2 * wide, 2 * wide, 1.2 * pen.scale, pen.theme.foreground());
    }
    if (!noisy && !outlier) {
      // nearly round from two rectangles, which need no smoothing however many runs there are
      double waist = Math.max(1, Math.round(reach * 0.5));
      pen.fill(x - reach, y - waist, 2 * reach + 1, 2 * waist + 1, faint);
      pen.fill(x - waist, y - reach, 2 * waist + 1, 2 * reach + 1, faint);
    }
  }

  /** A median with its interval. */
  void median(double at, double value, Optional<Interval> interval, Ink ink, double shift) {
    double x = area.x(at) + shift;
    double half = 4.5 * pen.scale;
    interval.ifPresent(range -> {
      double low = area.y(Math.max(area.yMin(), range.low()));
      double high = area.y(Math.min(area.yMax(), range.high()));
      double width = 1.5 * pen.scale;
      pen.line(x, low, x, high, width, pen.theme.foreground());
      pen.line(x - half, low, x + half, low, width, pen.theme.foreground());
      pen.line(x - half, high, x + half, high, width, pen.theme.foreground());
    });
    double y = area.y(value);
    pen.dot(x, y, half + 1, pen.theme.background());
    pen.dot(x, y, half, ink);
    labels.block(x, y, 2 * half);
  }

  /** A ring around a place that was chosen, or that is not measured. */
  void ring(double at, double value, Ink ink) {
    double x = area.x(at);
    double y = area.y(value);
    double reach = 8 * pen.scale;
    var xs = new double[25];
    var ys = new double[25];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + reach * Math.cos(i * Math.PI / 12);
      ys[i] = y + reach * Math.sin(i * Math.PI / 12);
    }
    pen.curve(xs, ys, xs.length, 2 * pen.scale, ink);
    labels.block(x, y, reach);
  }

  /** Where a curve is highest: a point that was not measured. */
  void peak(double at, double value) {
    if (at <= area.xMax() && area.shows(value)) {
      double reach = 5 * pen.scale;
      double x = area.x(at);
      double y = area.y(value);
      pen.area(
          new double[] {x - reach, x, x + reach, x},
          new double[] {y, y - reach, y, y + reach},
          4,
          pen.theme.done());
      labels.block(x, y, reach);
    }
  }

  /** What was measured to check a curve: a ring with its interval, not one of the study's. */
  void check(Measured point) {
    median(point.at(), point.median(), point.interval(), pen.theme.background(), 0);
    ring(point.at(), point.median(), pen.theme.start());
    labels.labelBeside(
        Texts.say("scaling.verified", Texts.number(point.median(), 2)),
        point.at(),
        point.median(),
        0,
        pen.theme.foreground());
  }
}
