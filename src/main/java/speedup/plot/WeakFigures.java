package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.plot.PlaceFigureChart.Kind;
import speedup.scaling.Estimate;
import speedup.scaling.TimeShares;
import speedup.scaling.WeakPoint;
import speedup.scaling.WeakStudy;

/**
 * The small charts of a weak study.
 *
 * @param study what was found
 * @param logicalCores of the machine
 */
record WeakFigures(WeakStudy study, int logicalCores) {
  List<PlaceFigureChart> all() {
    var one = study.baseline().value();
    var all = new ArrayList<PlaceFigureChart>();
    all.add(
        chart(
            Kind.EFFICIENCY,
            OptionalDouble.of(1),
            shown().flatMap(at -> value(at, at.efficiency()).stream()).toList()));
    all.add(
        chart(
            Kind.TIME,
            one.map(at -> OptionalDouble.of(at.seconds().median())).orElse(OptionalDouble.empty()),
            shown()
                .map(at -> Measured.seconds(at.workers(), engine(at), at.runs(), at.seconds()))
                .toList()));
    all.add(chart(Kind.SERIAL_SHARE, OptionalDouble.empty(), several(WeakFigures::serialShare)));
    all.add(
        chart(
            Kind.OVERHEAD,
            OptionalDouble.empty(),
            several(at ->
                one.map(base -> TimeShares.overhead(at.runs(), base.runs(), at.workers()))
                    .orElse(OptionalDouble.empty()))));
    return all;
  }

  /** What Gustafson's S = p - s'(p - 1) makes of a scaled speedup. */
  private static OptionalDouble serialShare(WeakPoint at) {
    var speedup = at.scaledSpeedup().value().map(Estimate::value);
    return speedup.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((at.workers() - speedup.get()) / (at.workers() - 1));
  }

  /** The baseline and those on several workers. */
  private Stream<WeakPoint> shown() {
    return Stream.concat(
        study.baseline().value().stream(),
        study.points().stream().filter(point -> point.workers() > 1));
  }

  private List<Measured> several(Function<WeakPoint, OptionalDouble> figure) {
    return study.points().stream()
        .filter(point -> point.workers() > 1)
        .flatMap(point -> value(point, figure.apply(point)).stream())
        .toList();
  }

  private Optional<Measured> value(WeakPoint at, OptionalDouble value) {
    return Measured.bare(at.workers(), engine(at), value);
  }

  private EngineKind engine(WeakPoint at) {
    return at.workers() == 1 ? EngineKind.SEQUENTIAL : study.engine();
  }

  private PlaceFigureChart chart(Kind kind, OptionalDouble ideal, List<Measured> points) {
    var axis = new WeakChart(study, logicalCores, OptionalInt.empty()).xAxis();
    var place =
        new PlaceFigureChart.Place(
            PlaceFigureChart.Over.WORKERS, axis, study.physicalCores(), logicalCores, ideal);
    var missing =
        study
            .baseline()
            .missing()
            .orElseGet(
                () -> Texts.say(kind == Kind.OVERHEAD ? "figure.noBreakdown" : "figure.none"));
    return new PlaceFigureChart(kind, place, points, missing);
  }
}
