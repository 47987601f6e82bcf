package speedup.plot;

/** How the time of a worker looks in every chart: chunks, starts, deaths. For one drawing. */
public final class LaneBrush {
  private final Pen pen;
  private double top;
  private double height;
  private double[] xs = new double[0];
  private double[] ys = new double[0];
  private int points;

  /** Draws with a pen. */
  public LaneBrush(Pen pen) {
    this.pen = pen;
  }

  /** What follows is drawn in a row of this place, over a line through its middle. */
  public void row(double left, double right, double rowTop, double rowHeight) {
    top = rowTop;
    height = rowHeight;
    double middle = Pen.crisp(top + height / 2);
    pen.line(left, middle, right, middle, 1, pen.theme.grid());
  }

  /** A process starts: a thin bar. */
  public void starting(double left, double right) {
    thin(left, right, pen.theme.start());
  }

  /** A thin bar in the middle of the row. */
  public void thin(double left, double right, Ink ink) {
    double bar = Math.max(1, Math.round(height / 3));
    pen.fill(left, Math.round(top + (height - bar) / 2), Math.max(1, right - left), bar, ink);
  }

  /** A process is ready: a line. */
  public void ready(double x) {
    pen.line(Pen.crisp(x), top, Pen.crisp(x), top + height, 1, pen.theme.foreground());
  }

  /** A task ran. */
  public void computing(double left, double right) {
    pen.fill(left, top, right - left, height, pen.theme.compute());
  }

  /** An argument was read or a result written. */
  public void serialising(double left, double right) {
    pen.fill(left, top, right - left, height, pen.theme.serialise());
    if (right - left > 2) {
      pen.outline(left, top, right - left, height, pen.theme.border());
    }
  }

  /** The end of a chunk, so that two in a row are two. */
  public void end(double x) {
    pen.fill(x - 1, top, 1, height, pen.theme.background());
  }

  /** A part of columns that look the same, standing on the parts below it. */
  public void stack(double x, double columns, double below, double high, Ink ink) {
    if (columns > 0 && high > 0) {
      pen.fill(x, top + height - below - high, columns, high, ink);
    }
  }

  /**
   * Columns of one pixel, each from a floor up to a roof, in few areas: thousands of rectangles
   * would take longer.
   *
   * @param floors pixels above the bottom of the row
   * @param roofs pixels above the bottom of the row; where it is its floor, nothing is drawn
   * @param count columns
   */
  public void columns(double left, int[] floors, int[] roofs, int count, Ink ink) {
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && roofs[to] > floors[to]) {
        to++;
      }
      if (to > from) {
        area(left, floors, roofs, from, to, ink);
      }
      from = to + 1;
    }
  }

  private void area(double left, int[] floors, int[] roofs, int from, int to, Ink ink) {
    int floor = 0;
    int roof = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      floor = Math.max(floor, floors[i]);
      roof = Math.min(roof, roofs[i]);
    }
    if (roof > floor) {
      // what all of them have in common is a rectangle, which takes less time than an area
      pen.fill(left + from, top + height - roof, to - from, roof - floor, ink);
      outline(left, floors, roofs, from, to, 0, floor, ink);
      outline(left, floors, roofs, from, to, roof, Integer.MAX_VALUE, ink);
    } else {
      outline(left, floors, roofs, from, to, 0, Integer.MAX_VALUE, ink);
    }
  }

  /** The part of the columns that lies between two heights. */
  private void outline(
      double left, int[] floors, int[] roofs, int from, int to, int low, int high, Ink ink) {
    int most = 4 * (to - from) + 1;
    if (xs.length < most) {
      xs = new double[most];
      ys = new double[most];
    }
    points = 0;
    boolean any = false;
    int before = -1;
    for (int i = from; i < to; i++) {
      int roof = Math.clamp(roofs[i], low, high);
      any |= roof > Math.clamp(floors[i], low, high);
      if (roof != before) {
        point(left + i, before < 0 ? Math.clamp(floors[i], low, high) : before);
        point(left + i, roof);
        before = roof;
      }
    }
    point(left + to, before);
    before = -1;
    for (int i = to - 1; i >= from; i--) {
      int floor = Math.clamp(floors[i], low, high);
      if (floor != before) {
        if (before >= 0) {
          point(left + i + 1, before);
        }
        point(left + i + 1, floor);
        before = floor;
      }
    }
    point(left + from, before);
    if (any) {
      pen.area(xs, ys, points, ink);
    }
  }

  private void point(double x, int above) {
    xs[points] = x;
    ys[points++] = top + height - above;
  }

  /** Hatching while there is no process. */
  public void gone(double left, double right) {
    if (right > left) {
      pen.fill(left, top, right - left, height, pen.theme.background());
      pen.hatch(left, top, right - left, height, pen.theme.border());
      pen.outline(left, top, right - left, height, pen.theme.border());
    }
  }

  /** A process died: a cross. */
  public void death(double x) {
    double radius = Math.clamp(height / 2 - 1, 2, 6 * pen.scale);
    pen.dot(x, top + height / 2, radius + 2, pen.theme.background());
    pen.cross(x, top + height / 2, radius, pen.theme.error());
  }
}
