package speedup.plot.timeline;

import speedup.measure.LaneTimes;
import speedup.plot.Align;
import speedup.plot.Pen;
import speedup.plot.Texts;

/**
 * How busy all workers of a run were from its start to its end, in columns. Made once for a width,
 * and drawn again while the brush over it moves.
 */
final class Overview {
  private final TimedTrace run;
  private final double[] compute;
  private final double[] serialise;

  /**
   * Looks at a run.
   *
   * @param columns one a pixel
   * @param bounds of the whole picture, which may be longer than the run
   */
  Overview(TimedTrace run, int columns, TimeWindow bounds) {
    this.run = run;
    compute = new double[columns];
    serialise = new double[columns];
    for (int lane = 0; lane < run.lanes(); lane++) {
      add(lane, bounds);
    }
  }

  private void add(int lane, TimeWindow bounds) {
    var walk = run.profile(lane).walk(0);
    var times = new LaneTimes();
    double nanos = bounds.span() / (double) compute.length;
    for (int i = 0; i < compute.length; i++) {
      times.clear();
      walk.to(Math.round((i + 1) * nanos), times);
      compute[i] += times.compute() / nanos / run.lanes();
      serialise[i] += times.serialise() / nanos / run.lanes();
    }
  }

  /** Columns that look the same are one rectangle. */
  void draw(Pen pen, double left, double top, double height) {
    int from = 0;
    for (int i = 1; i <= compute.length; i++) {
      if (i < compute.length && same(i, from, height)) {
        continue;
      }
      double computing = Math.round(compute[from] * height);
      double writing = Math.round(serialise[from] * height);
      double floor = top + height;
      if (computing > 0) {
        pen.fill(left + from, floor - computing, i - from, computing, pen.theme.compute());
      }
      if (writing > 0) {
        pen.fill(
            left + from, floor - computing - writing, i - from, writing, pen.theme.serialise());
      }
      from = i;
    }
    String lanes = Texts.say("timeline.overview", Integer.toString(run.lanes()));
    double y = top + (height - pen.small.lineHeight()) / 2;
    pen.text(
        pen.small,
        Pen.fit(pen.small, lanes, left - Pen.MARGIN - 6),
        left - 6,
        y,
        Align.RIGHT,
        pen.theme.foreground());
  }

  private boolean same(int one, int other, double height) {
    return Math.round(compute[one] * height) == Math.round(compute[other] * height)
        && Math.round(serialise[one] * height) == Math.round(serialise[other] * height);
  }
}
