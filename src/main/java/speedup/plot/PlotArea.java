package speedup.plot;

/**
 * A plot with both axes starting at their lowest values, in pixels.
 *
 * @param left edge
 * @param top edge
 * @param right edge
 * @param bottom edge
 * @param xMin value at the left edge
 * @param xMax value at the right edge
 * @param yMax value at the top edge; the bottom edge is 0
 */
public record PlotArea(
    double left, double top, double right, double bottom, double xMin, double xMax, double yMax) {
  public double x(double value) {
    return left + (right - left) * (value - xMin) / (xMax - xMin);
  }

  /** The value at a pixel of the x axis. */
  public double value(double x) {
    return xMin + (xMax - xMin) * (x - left) / (right - left);
  }

  public double y(double value) {
    return bottom - (bottom - top) * value / yMax;
  }

  LabelPlacer.Box frame() {
    return new LabelPlacer.Box(left, top, right - left, bottom - top);
  }
}
