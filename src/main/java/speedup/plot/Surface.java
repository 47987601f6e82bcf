package speedup.plot;

/**
 * What charts are drawn on. Positions are pixels from the top left corner; strokes lie on both
 * sides of their line. What is drawn later covers what was drawn before. For one thread.
 */
public interface Surface {
  /** Measures texts as they will be drawn. */
  Ruler ruler();

  /** From now on strokes are dashed: lengths of dashes and gaps; none for solid strokes. */
  void dashes(double... lengths);

  /** Fills a rectangle. */
  void fillRect(double x, double y, double width, double height, Ink ink);

  /** Draws the outline of a rectangle. */
  void strokeRect(double x, double y, double width, double height, double stroke, Ink ink);

  /** Fills an ellipse within a rectangle. */
  void fillOval(double x, double y, double width, double height, Ink ink);

  /** Fills a polygon of the first points. */
  void fillPolygon(double[] xs, double[] ys, int count, Ink ink);

  /** Draws a line through the first points. */
  void polyline(double[] xs, double[] ys, int count, double stroke, Ink ink);

  /**
   * Draws separate lines in one stroke.
   *
   * @param ends x and y of the first end, then of the second, and so on for each line
   * @param count lines
   */
  void lines(double[] ends, int count, double stroke, Ink ink);

  /** Draws a text that starts at x and stands on a line. */
  void text(String text, double x, double baseline, double size, boolean bold, Ink ink);
}
