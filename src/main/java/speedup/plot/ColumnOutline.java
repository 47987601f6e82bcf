package speedup.plot;

/** The corners around columns that stand side by side. For one drawing. */
final class ColumnOutline {
  private final double bottom;
  private final double[] xs;
  private final double[] ys;
  private int points;

  private ColumnOutline(double bottom, int most) {
    this.bottom = bottom;
    xs = new double[most];
    ys = new double[most];
  }

  /** Goes along the roofs of some columns, and back along their floors. */
  static ColumnOutline of(double left, double bottom, int[] floors, int[] roofs, int from, int to) {
    var outline = new ColumnOutline(bottom, 4 * (to - from));
    for (int i = from; i < to; i++) {
      if (i == from || roofs[i] != roofs[i - 1]) {
        outline.point(left + i, i == from ? floors[i] : roofs[i - 1]);
        outline.point(left + i, roofs[i]);
      }
    }
    outline.point(left + to, roofs[to - 1]);
    outline.point(left + to, floors[to - 1]);
    for (int i = to - 1; i > from; i--) {
      if (floors[i - 1] != floors[i]) {
        outline.point(left + i, floors[i]);
        outline.point(left + i, floors[i - 1]);
      }
    }
    return outline;
  }

  private void point(double x, int above) {
    xs[points] = x;
    ys[points++] = bottom - above;
  }

  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }

  int points() {
    return points;
  }
}
