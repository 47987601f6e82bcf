package speedup.plot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.plot.PlaceFigureChart.Kind;
import speedup.scaling.SizePoint;
import speedup.scaling.SizeStudy;
import speedup.scaling.TimeShares;

/** The small charts of a study of problem sizes. */
final class SizeFigures {
  private SizeFigures() {}

  static List<PlaceFigureChart> all(SizeStudy study) {
    var times = study.points().stream().flatMap(at -> times(study, at)).toList();
    return List.of(
        chart(study, Kind.TIME, OptionalDouble.empty(), times),
        chart(
            study,
            Kind.UNIT_TIME,
            OptionalDouble.empty(),
            values(study, at -> OptionalDouble.of(at.seconds().median() / at.size()))),
        chart(
            study,
            Kind.EFFICIENCY,
            OptionalDouble.of(1),
            values(
                study,
                at ->
                    at.speedup()
                        .value()
                        .map(found -> OptionalDouble.of(found.value() / study.workers()))
                        .orElse(OptionalDouble.empty()))),
        chart(
            study,
            Kind.NOT_COMPUTING,
            OptionalDouble.empty(),
            values(study, at -> TimeShares.of(TimeShares.Part.NOT_COMPUTING, at.runs()))));
  }

  /** The baseline's time and the engine's. */
  private static Stream<Measured> times(SizeStudy study, SizePoint at) {
    var several = Measured.seconds(at.size(), study.engine(), at.runs(), at.seconds());
    return Stream.concat(
        at.sequential().value().map(one -> sequential(at, one)).stream(), Stream.of(several));
  }

  private static Measured sequential(SizePoint at, Summary one) {
    return Measured.seconds(at.size(), EngineKind.SEQUENTIAL, List.of(), one);
  }

  private static List<Measured> values(SizeStudy study, Function<SizePoint, OptionalDouble> of) {
    return study.points().stream()
        .flatMap(at -> Measured.bare(at.size(), study.engine(), of.apply(at)).stream())
        .toList();
  }

  private static PlaceFigureChart chart(
      SizeStudy study, Kind kind, OptionalDouble ideal, List<Measured> points) {
    var place =
        new PlaceFigureChart.Place(
            PlaceFigureChart.Over.SIZES,
            new SizeChart(study, OptionalInt.empty()).xAxis().named(Texts.say("sizes.axis.small")),
            0,
            0,
            ideal);
    var missing = Texts.say(kind == Kind.EFFICIENCY ? "figure.noBaseline" : "figure.noShares");
    return new PlaceFigureChart(kind, place, points, missing);
  }
}
