package speedup.scaling;

import java.util.List;
import speedup.measure.Interval;

/**
 * The interval of a fitted curve along its axis.
 *
 * @param points ascending by workers
 */
public record Band(List<Point> points) {
  /**
   * One place on it.
   *
   * @param workers need not be whole
   * @param value the fitted value
   * @param interval covers the true value there with 95 % confidence
   */
  public record Point(double workers, double value, Interval interval) {}

  /** Copies the list. */
  public Band {
    points = List.copyOf(points);
  }
}
