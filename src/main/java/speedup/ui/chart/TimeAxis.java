package speedup.ui.chart;

import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.PlotArea;
import speedup.plot.Texts;
import speedup.plot.Ticks;

/** A time axis under a plot, in seconds, or in milliseconds where there are few. */
final class TimeAxis {
  /** Length of a tick. */
  static final double TICK = 4;

  private static final double SHORT_SECONDS = 0.2;

  private final double from;
  private final double to;

  /** From and to in seconds. */
  TimeAxis(double from, double to) {
    this.from = from;
    this.to = to;
  }

  private boolean inMilliseconds() {
    return to - from <= SHORT_SECONDS;
  }

  String title() {
    return Texts.say(inMilliseconds() ? "race.axis.ms" : "race.axis.s");
  }

  /** Draws it; its title stands left of it, under the labels of the lanes. */
  void draw(Pen pen, PlotArea plot) {
    var theme = pen.theme;
    var factor = inMilliseconds() ? 1000 : 1;
    var most = Math.max(1, (int) ((plot.right() - plot.left()) / (72 * pen.scale)));
    var ticks = Ticks.upTo((to - from) * factor, most);
    var y = Pen.crisp(plot.bottom());
    var first = (long) Math.ceil(from * factor / ticks.step() - 1e-9);
    pen.text(
        pen.small,
        Pen.fit(pen.small, title(), plot.left() - CanvasPane.MARGIN - 6),
        CanvasPane.MARGIN,
        plot.bottom() + TICK,
        Align.LEFT,
        theme.foreground());
    for (var i = first; i * ticks.step() <= to * factor * (1 + 1e-9); i++) {
      var value = i * ticks.step();
      var x = Pen.crisp(plot.x(value / factor));
      pen.line(x, plot.top(), x, y, 1, theme.grid());
      pen.line(x, y, x, y + TICK, 1, theme.border());
      var label = Texts.number(value, i == 0 ? 0 : ticks.decimals());
      pen.text(pen.small, label, x, plot.bottom() + TICK, Align.CENTER, theme.muted());
    }
    pen.line(plot.left(), y, plot.right(), y, 1, theme.border());
  }
}
