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

  /**
   * Fills columns of one pixel that stand side by side, in as few areas as there are gaps.
   *
   * @param left edge of the first column
   * @param bottom from which heights are counted
   * @param floors where each column begins, in pixels above the bottom
   * @param roofs where each column ends; where it is its floor, nothing is drawn
   * @param count columns
   */
  default void columns(double left, double bottom, int[] floors, int[] roofs, int count, Ink ink) {
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && roofs[to] > floors[to]) {
        to++;
      }
      if (to > from) {
        var outline = ColumnOutline.of(left, bottom, floors, roofs, from, to);
        fillPolygon(outline.xs(), outline.ys(), outline.points(), ink);
      }
      from = to + 1;
    }
  }

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
