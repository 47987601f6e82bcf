package speedup.plot;

/** Measures texts as a surface will draw them, in pixels. For the thread of its surface. */
public interface Ruler {
  /** The width of a text. */
  double width(String text, double size, boolean bold);

  /** From the top of a line to its baseline. */
  double ascent(double size, boolean bold);

  /** The height of a line. */
  double lineHeight(double size, boolean bold);
}
