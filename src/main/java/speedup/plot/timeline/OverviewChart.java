package speedup.plot.timeline;

import java.util.ArrayList;
import java.util.List;
import speedup.plot.Chart;
import speedup.plot.Ink;
import speedup.plot.Pen;
import speedup.plot.Texts;

/**
 * The whole of the runs in a strip, with a brush over the visible part. It keeps the strip of the
 * width that was drawn last. For one thread.
 */
public final class OverviewChart implements Chart {
  private TimelineState state;
  private List<Overview> strips = List.of();
  private List<TimedTrace> stripRuns = List.of();
  private int stripColumns;

  /** A strip of these runs. */
  public OverviewChart(TimelineState state) {
    this.state = state;
  }

  /** Shows another state; what stays the same is not looked at again. */
  public void show(TimelineState next) {
    state = next;
  }

  /** Where the strip is: the lanes of the timeline stand under it. */
  private static TimelineLayout layout(
      TimelineState state, double width, double height, double scale) {
    return TimelineLayout.of(state.withWindow(state.bounds()), width, height, scale);
  }

  /** The moment at a pixel, within the runs. */
  public static long time(TimelineState state, double width, double scale, double x) {
    var bounds = state.bounds();
    return Math.clamp(layout(state, width, 100, scale).time(x), bounds.from(), bounds.to());
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var layout = layout(state, width, height, pen.scale);
    if (stripColumns != layout.columns() || !stripRuns.equals(state.runs())) {
      stripColumns = layout.columns();
      stripRuns = state.runs();
      var made = new ArrayList<Overview>();
      for (var run : stripRuns) {
        made.add(new Overview(run, stripColumns, state.bounds()));
      }
      strips = made;
    }
    double each = Math.floor((height - 4) / strips.size());
    for (int i = 0; i < strips.size(); i++) {
      strips.get(i).draw(pen, layout.left(), 2 + i * each, each - 2);
    }
    brush(pen, layout, height);
  }

  private void brush(Pen pen, TimelineLayout layout, double height) {
    double left = layout.x(state.window().from());
    double right = Math.max(left + 2, layout.x(state.window().to()));
    Ink veil = pen.theme.background().faded(0.65);
    pen.fill(layout.left(), 0, left - layout.left(), height, veil);
    pen.fill(right, 0, layout.right() - right, height, veil);
    double stroke = 2 * pen.scale;
    pen.frame(left, stroke / 2, right - left, height - stroke, stroke, pen.theme.accent());
  }

  @Override
  public String spoken() {
    return Texts.say(
        "timeline.overview.spoken",
        Texts.seconds(state.window().from() / 1e9),
        Texts.seconds(state.window().to() / 1e9),
        Texts.seconds(state.bounds().to() / 1e9));
  }

  @Override
  public List<List<String>> table() {
    return new TimelineChart(state.withWindow(state.bounds())).table();
  }
}
