package speedup.ui.chart;

import speedup.plot.Pen;

/**
 * Where the parts of a race track stand, in pixels.
 *
 * @param width of the whole
 * @param end of the axis, in seconds
 * @param left where the axis starts
 * @param right where the axis ends
 * @param firstTop upper edge of the uppermost bar
 * @param step from one bar to the next
 * @param barHeight of each bar
 * @param bracketTop upper edge of the row for the difference; only two bars have one
 * @param axisTop where the axis is
 */
record RaceLayout(
    double width,
    double end,
    double left,
    double right,
    double firstTop,
    double step,
    double barHeight,
    double bracketTop,
    double axisTop) {
  /** Between a label and its bar. */
  static final double LABEL_GAP = 2;

  private static final double THICKEST = 64;
  private static final double TOP = 4;

  /** Labels beside the bars take no more of the width than this. */
  private static final double MOST_LABEL = 0.42;

  static RaceLayout of(Pen pen, double width, double height, double end, RaceTrack.State state) {
    var sizes = new Sizes(pen);
    return state.isPair()
        ? pair(sizes, width, height, end)
        : many(pen, sizes, width, height, end, state);
  }

  /** Two bars, each under its label, and a bracket under both. */
  private static RaceLayout pair(Sizes sizes, double width, double height, double end) {
    var bar = sizes.bar(height);
    var step = sizes.label + bar + sizes.gap(height);
    var firstTop = TOP + sizes.label;
    var left = CanvasPane.MARGIN;
    return new RaceLayout(
        width,
        end,
        left,
        Math.max(left + 20, width - CanvasPane.MARGIN - sizes.time),
        firstTop,
        step,
        bar,
        firstTop + step + bar + LABEL_GAP,
        height - sizes.axis);
  }

  /** More bars, each beside its label. */
  private static RaceLayout many(
      Pen pen, Sizes sizes, double width, double height, double end, RaceTrack.State state) {
    var labels = state.bars().stream().mapToDouble(bar -> pen.body.width(bar.label())).max();
    var left = 2 * CanvasPane.MARGIN + Math.min(labels.orElse(0) + 2, MOST_LABEL * width);
    var room = height - TOP - sizes.axis;
    var step = room / state.bars().size();
    var bar = Math.max(4, Math.min(THICKEST * sizes.scale, Math.floor(step * 0.74)));
    return new RaceLayout(
        width,
        end,
        left,
        Math.max(left + 20, width - CanvasPane.MARGIN - sizes.time),
        TOP + (step - bar) / 2,
        step,
        bar,
        height - sizes.axis,
        height - sizes.axis);
  }

  double top(int bar) {
    return firstTop + bar * step;
  }

  double x(double seconds) {
    return left + (right - left) * seconds / end;
  }

  /** Heights of the rows that texts need, and widths of the longest of them. */
  private record Sizes(double label, double bracket, double axis, double time, double scale) {
    Sizes(Pen pen) {
      this(
          pen.body.lineHeight() + LABEL_GAP,
          pen.strong.lineHeight() + LABEL_GAP,
          pen.small.lineHeight() + 6,
          pen.strong.tabularWidth("00.00 s  100 %") + 12 * pen.scale,
          pen.scale);
    }

    double bar(double height) {
      var room = height - TOP - 2 * label - bracket - axis;
      return Math.max(4, Math.min(THICKEST * scale, Math.floor(room * 0.45)));
    }

    double gap(double height) {
      var room = height - TOP - 2 * label - bracket - axis;
      return Math.clamp(room - 2 * bar(height), 0, 12 * scale);
    }
  }
}
