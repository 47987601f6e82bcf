package speedup.plot;

/**
 * The rectangle in which a chart draws its values, in pixels.
 *
 * @param left edge
 * @param top edge
 * @param right edge
 * @param bottom edge
 * @param xMin value at the left edge; above 0 where it is logarithmic
 * @param xMax value at the right edge
 * @param yMin value at the bottom edge
 * @param yMax value at the top edge
 * @param logX whether equal distances on the x axis are equal ratios
 */
public record PlotArea(
    double left,
    double top,
    double right,
    double bottom,
    double xMin,
    double xMax,
    double yMin,
    double yMax,
    boolean logX) {
  /** With both axes linear and the y axis from 0. */
  public PlotArea(
      double left, double top, double right, double bottom, double xMin, double xMax, double yMax) {
    this(left, top, right, bottom, xMin, xMax, 0, yMax, false);
  }

  /** The pixel of a value on the x axis. */
  public double x(double value) {
    double share =
        logX ? Math.log(value / xMin) / Math.log(xMax / xMin) : (value - xMin) / (xMax - xMin);
    return left + (right - left) * share;
  }

  /** The value at a pixel of the x axis. */
  public double value(double x) {
    double share = (x - left) / (right - left);
    return logX ? xMin * Math.pow(xMax / xMin, share) : xMin + (xMax - xMin) * share;
  }

  /** The pixel of a value on the y axis. */
  public double y(double value) {
    return bottom - (bottom - top) * (value - yMin) / (yMax - yMin);
  }

  /** The value at a pixel of the y axis. */
  public double valueAtY(double y) {
    return yMin + (yMax - yMin) * (bottom - y) / (bottom - top);
  }

  /** Whether a value lies on the y axis. */
  public boolean shows(double value) {
    return value >= yMin && value <= yMax;
  }

  LabelPlacer.Box frame() {
    return new LabelPlacer.Box(left, top, right - left, bottom - top);
  }
}
