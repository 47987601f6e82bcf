package speedup.plot;

/** How the time of a worker looks in every chart: chunks, starts, deaths. For one drawing. */
public final class LaneBrush {
  private final Pen pen;
  private double top;
  private double height;

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
   * Columns of one pixel, each from a floor up to a roof.
   *
   * @param floors pixels above the bottom of the row
   * @param roofs pixels above the bottom of the row; where it is its floor, nothing is drawn
   * @param count columns
   */
  public void columns(double left, int[] floors, int[] roofs, int count, Ink ink) {
    pen.columns(left, top + height, floors, roofs, count, ink);
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
