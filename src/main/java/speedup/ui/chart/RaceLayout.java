package speedup.ui.chart;

/**
 * Where the parts of a race track stand, in pixels.
 *
 * @param width of the whole
 * @param end of the axis, in seconds
 * @param left where the axis starts
 * @param right where the axis ends
 * @param sequentialTop upper edge of the upper bar
 * @param parallelTop upper edge of the lower bar
 * @param barHeight of both
 * @param bracketTop upper edge of the row for the difference
 * @param axisTop where the axis is
 */
record RaceLayout(
    double width,
    double end,
    double left,
    double right,
    double sequentialTop,
    double parallelTop,
    double barHeight,
    double bracketTop,
    double axisTop) {
  /** Between a label and its bar. */
  static final double LABEL_GAP = 2;

  private static final double THICKEST = 64;
  private static final double TOP = 4;

  static RaceLayout of(Pen pen, double width, double height, double end) {
    var sizes = new Sizes(pen);
    var bar = sizes.bar(height);
    var parallelTop = TOP + 2 * sizes.label + bar + sizes.gap(height);
    var left = CanvasPane.MARGIN;
    return new RaceLayout(
        width,
        end,
        left,
        Math.max(left + 20, width - CanvasPane.MARGIN - sizes.time),
        TOP + sizes.label,
        parallelTop,
        bar,
        parallelTop + bar + LABEL_GAP,
        height - sizes.axis);
  }

  double x(double seconds) {
    return left + (right - left) * seconds / end;
  }

  /** Heights of the rows that texts need. */
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
