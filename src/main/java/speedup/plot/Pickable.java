package speedup.plot;

import java.util.OptionalLong;

/** A chart whose points can be chosen. */
public interface Pickable extends Chart {
  /**
   * The point nearest to a place on a surface of this size.
   *
   * @return its worker count, chunk size or problem size; empty where there is none near
   */
  OptionalLong pick(Pen pen, double width, double height, double x, double y);
}
