package speedup.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.Summary;
import speedup.scaling.Estimate;
import speedup.scaling.MarkedRun;

/**
 * The runs of one place on the x axis.
 *
 * @param at worker count, chunk size or problem size
 * @param engine which decides about the colour
 * @param dots every run
 * @param median of them
 * @param interval of the median; empty with few runs
 */
record Measured(
    long at, EngineKind engine, List<Dot> dots, double median, Optional<Interval> interval) {
  /** One run. */
  record Dot(double value, boolean noisy, boolean outlier) {}

  /** Seconds. */
  static Measured seconds(long at, EngineKind engine, List<MarkedRun> runs, Summary seconds) {
    return new Measured(
        at, engine, dots(runs, MarkedRun::seconds), seconds.median(), seconds.interval());
  }

  /** Anything worked out of the seconds. */
  static Measured of(
      long at,
      EngineKind engine,
      List<MarkedRun> runs,
      ToDoubleFunction<MarkedRun> value,
      Estimate median) {
    return new Measured(at, engine, dots(runs, value), median.value(), median.interval().value());
  }

  /** A figure that has no dots of its own runs; empty where it is not known. */
  static Optional<Measured> bare(long at, EngineKind engine, OptionalDouble value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Measured(at, engine, List.of(), value.getAsDouble(), Optional.empty()));
  }

  private static List<Dot> dots(List<MarkedRun> runs, ToDoubleFunction<MarkedRun> value) {
    return runs.stream()
        .map(run -> new Dot(value.applyAsDouble(run), run.noisy(), run.outlier()))
        .toList();
  }

  /** The largest of everything that is drawn. */
  static double highest(List<Measured> points) {
    double highest = 0;
    for (var point : points) {
      highest = Math.max(highest, point.median);
      highest = Math.max(highest, point.interval.map(Interval::high).orElse(0.0));
      highest = Math.max(highest, point.dots.stream().mapToDouble(Dot::value).max().orElse(0));
    }
    return highest;
  }

  /** The one whose median is nearest to a pixel; empty beyond 24 pixels at the usual scale. */
  static OptionalLong nearest(
      List<Measured> points, PlotArea area, double scale, double x, double y) {
    double best = 24 * scale;
    var found = OptionalLong.empty();
    for (var point : points) {
      double distance = Math.hypot(area.x(point.at) - x, area.y(point.median) - y);
      if (distance <= best) {
        best = distance;
        found = OptionalLong.of(point.at);
      }
    }
    return found;
  }
}
