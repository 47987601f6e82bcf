package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How full something was in the course of a run. Keeps a limited number of points: when there are
 * too many, two become one, and no moment is left out. Used by one thread at a time, under a lock
 * of the caller.
 */
public final class FillTrack {
  private static final int MOST = 512;

  private final List<Point> points = new ArrayList<>();
  private int every = 1;

  // of the point that is being gathered
  private int gathered;
  private double fill;
  private double blocked;

  /**
   * A stretch of time, from the point before it.
   *
   * @param seconds its end, since the run began
   * @param fill how full it was on average
   * @param blocked share of it in which whoever fills it was held back
   */
  public record Point(double seconds, double fill, double blocked) {}

  /** Adds a look at it; they come evenly spread. */
  public void add(double seconds, double nowFill, boolean nowBlocked) {
    fill += nowFill;
    blocked += nowBlocked ? 1 : 0;
    if (++gathered < every) {
      return;
    }
    points.add(new Point(seconds, fill / gathered, blocked / gathered));
    gathered = 0;
    fill = 0;
    blocked = 0;
    if (points.size() == MOST) {
      halve();
    }
  }

  private void halve() {
    for (var i = 0; i < MOST / 2; i++) {
      var first = points.get(2 * i);
      var second = points.get(2 * i + 1);
      points.set(
          i,
          new Point(
              second.seconds(),
              (first.fill() + second.fill()) / 2,
              (first.blocked() + second.blocked()) / 2));
    }
    points.subList(MOST / 2, MOST).clear();
    every *= 2;
  }

  /** A copy that does not change any more. */
  public List<Point> points() {
    return List.copyOf(points);
  }
}
