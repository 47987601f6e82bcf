package speedup.plot;

import java.util.List;

/** Something that is drawn from numbers, and told in words and as a table as well. Immutable. */
public interface Chart {
  /** Draws everything on a blank ground of this size, in pixels. */
  void draw(Pen pen, double width, double height);

  /** What it shows, in a sentence to be spoken. */
  String spoken();

  /** The numbers that are drawn, as text: a header and the rows under it. */
  List<List<String>> table();
}
