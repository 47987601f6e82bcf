package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import speedup.scaling.FittedLaw;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;

/**
 * One figure of a study over the number of workers, on the axis of its {@link ScalingChart}.
 *
 * @param study what was found
 * @param figure which figure
 */
public record StudyFigureChart(ScalingStudy study, Figure figure) implements Chart {
  /** The figures. */
  public enum Figure {
    /** Wall time. */
    TIME("time"),
    /** Speedup by workers. */
    EFFICIENCY("efficiency"),
    /** The experimentally determined serial fraction. */
    KARP_FLATT("karpFlatt"),
    /** The share of the workers' time that is not the baseline's computing. */
    OVERHEAD("overhead");

    private final String key;

    Figure(String key) {
      this.key = key;
    }
  }

  private List<Measured> points() {
    return switch (figure) {
      case TIME -> shown().map(StudyFigureChart::seconds).toList();
      case EFFICIENCY -> shown().flatMap(at -> value(at, at.efficiency()).stream()).toList();
      case KARP_FLATT -> shown().flatMap(at -> value(at, at.karpFlatt()).stream()).toList();
      case OVERHEAD ->
          study.points().stream().flatMap(at -> value(at, at.overheadShare()).stream()).toList();
    };
  }

  /** The baseline is one worker of the study. */
  private Stream<ScalingPoint> shown() {
    return Stream.concat(study.baseline().value().stream(), study.points().stream());
  }

  private static Measured seconds(ScalingPoint point) {
    return Measured.seconds(point.workers(), point.engine(), point.runs(), point.seconds());
  }

  private static Optional<Measured> value(ScalingPoint point, OptionalDouble value) {
    return Measured.bare(point.workers(), point.engine(), value);
  }

  /** The fit as this figure; empty where it says nothing about it. */
  private Optional<DoubleUnaryOperator> fit() {
    return switch (figure) {
      case TIME -> law().map(law -> p -> law.model().seconds(p));
      case EFFICIENCY -> law().map(law -> p -> law.speedup(p) / p);
      case KARP_FLATT -> law().map(law -> _ -> law.model().serialFraction());
      case OVERHEAD -> Optional.empty();
    };
  }

  private Optional<FittedLaw> law() {
    return study.preferred().value();
  }

  private Axis axis(List<Measured> points) {
    double lowest = points.stream().mapToDouble(Measured::median).min().orElse(0);
    double highest = Measured.highest(points);
    var title = Texts.say("figure." + figure.key);
    return switch (figure) {
      case TIME -> Axis.seconds(1.15 * highest);
      case EFFICIENCY -> Axis.percent(title, 0, 1.1 * Math.max(1, highest));
      case KARP_FLATT ->
          Axis.numbers(title, Math.min(0, 1.3 * lowest), Math.max(0.02, 1.4 * highest));
      case OVERHEAD -> Axis.percent(title, 0, Math.max(0.1, 1.3 * highest));
    };
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var points = points();
    var x = Axis.workers(ScalingChart.most(study));
    if (points.isEmpty()) {
      new XyPlot(pen, x, Axis.numbers(Texts.say("figure." + figure.key), 0, 1), width, height)
          .sentence(missing());
      return;
    }
    var plot = new XyPlot(pen, x, axis(points), width, height);
    plot.cores(study.physicalCores(), study.logicalCores());
    if (figure == Figure.EFFICIENCY) {
      plot.level(1, pen.theme.border());
    }
    fit()
        .ifPresent(
            of -> plot.curve(of, 1, law().orElseThrow().mostWorkers(), 2, pen.theme.compute()));
    plot.points(points, 0);
    for (var point : points) {
      plot.labels()
          .labelBeside(
              words(point.median()), point.at(), point.median(), 0, pen.theme.foreground());
    }
    if (figure == Figure.EFFICIENCY) {
      plot.labels().labelOfLevel(Texts.say("speedup.ideal"), 1, pen.theme.muted());
    }
    fit()
        .ifPresent(
            of -> plot.labels().labelAtEnd(Texts.say("speedup.fit"), of, pen.theme.compute()));
  }

  private String words(double value) {
    return switch (figure) {
      case TIME -> Texts.seconds(value);
      case EFFICIENCY, OVERHEAD -> Texts.percent(value);
      case KARP_FLATT -> Texts.number(value, 3);
    };
  }

  /** Why there is no point. */
  private String missing() {
    return study
        .baseline()
        .missing()
        .orElseGet(
            () -> Texts.say(figure == Figure.OVERHEAD ? "figure.noBreakdown" : "figure.none"));
  }

  @Override
  public String spoken() {
    var points = points();
    if (points.isEmpty()) {
      return Texts.say("figure.spoken", Texts.say("figure." + figure.key), missing());
    }
    var words = new ArrayList<String>();
    for (var point : points) {
      words.add(Texts.say("figure.spoken.point", words(point.median()), Long.toString(point.at())));
    }
    return Texts.say("figure.spoken", Texts.say("figure." + figure.key), String.join(", ", words));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.say("speedup.column.workers"), Texts.say("figure." + figure.key)));
    points().forEach(point -> rows.add(List.of(Long.toString(point.at()), words(point.median()))));
    return rows;
  }
}
