package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.scaling.TimeModel;

/**
 * Speedup over the number of workers: measured runs, the ideal and the fit.
 *
 * @param data everything that is drawn
 */
public record SpeedupChart(Data data) implements Chart {
  /**
   * Everything that is drawn.
   *
   * @param groups measured speedups, one group for each number of workers
   * @param model the fit, if there was enough to fit
   * @param fittedUpTo the largest number of workers that was fitted; dotted beyond
   * @param ceiling speedup that the fit cannot pass, such as 11.4; empty when there is none
   * @param physicalCores at least 1
   * @param logicalCores at least 1
   */
  public record Data(
      List<Group> groups,
      Optional<TimeModel> model,
      int fittedUpTo,
      OptionalDouble ceiling,
      int physicalCores,
      int logicalCores) {
    /** Copies the list. */
    public Data {
      groups = List.copyOf(groups);
      Objects.requireNonNull(model);
      Objects.requireNonNull(ceiling);
    }
  }

  /**
   * All runs of one engine with one number of workers.
   *
   * @param engine which decides about the colour
   * @param workers at least 1
   * @param speedups one of each run, such as 1.87
   * @param median of them
   * @param interval of the median; empty with too few runs
   */
  public record Group(
      EngineKind engine,
      int workers,
      List<Double> speedups,
      double median,
      Optional<Interval> interval) {
    /** Copies the list. */
    public Group {
      speedups = List.copyOf(speedups);
      Objects.requireNonNull(interval);
    }

    /** Runs of the process pool. */
    public Group(int workers, List<Double> speedups, double median, Optional<Interval> interval) {
      this(EngineKind.PROCESSES, workers, speedups, median, interval);
    }

    double highest() {
      var highest = speedups.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      return Math.max(Math.max(median, highest), interval.map(Interval::high).orElse(0.0));
    }
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    var line = pen.small.lineHeight();
    var most = data.groups().stream().mapToInt(Group::workers).max().orElse(1);
    var xMax = Math.max(Math.max(2, 2 * data.logicalCores()), most + 1);
    var yMax = yMax(xMax);
    var yTicks = Ticks.upTo(yMax, Math.max(1, (int) ((height - 3 * line) / (3 * line))));
    var widest = pen.small.width(Texts.number(yMax, yTicks.decimals()));
    var plot =
        new PlotArea(
            Pen.MARGIN + widest + 8 * pen.scale,
            line + 10,
            Math.max(Pen.MARGIN + widest + 40, width - Pen.MARGIN - 8 * pen.scale),
            height - 2 * line - 12,
            1 - 0.025 * (xMax - 1),
            xMax,
            yMax);
    var painter = new SpeedupPainter(pen, plot, data);
    painter.axes(yTicks);
    painter.curves();
    painter.runs();
    painter.labels();
  }

  /** High enough for every run and the fit; the ideal line may leave at the top. */
  private double yMax(int xMax) {
    var highest = data.groups().stream().mapToDouble(Group::highest).max().orElse(0);
    if (highest == 0) {
      return xMax;
    }
    var fit =
        data.model()
            .map(model -> Math.max(model.speedup(xMax), model.speedup(data.fittedUpTo())))
            .orElse(0.0);
    var wanted = Math.max(1.4, Math.max(highest, fit)) * 1.15;
    // a ceiling not far above the runs is worth seeing
    var ceiling = data.ceiling().orElse(0) * 1.12;
    return ceiling > wanted && ceiling <= 1.6 * wanted ? ceiling : wanted;
  }

  @Override
  public String spoken() {
    if (data.groups().isEmpty()) {
      return Texts.say("speedup.spoken.empty");
    }
    var medians =
        data.groups().stream()
            .map(group ->
                Texts.say(
                    "speedup.spoken.group",
                    Integer.toString(group.workers()),
                    Texts.number(group.median(), 2),
                    who(group.engine())))
            .toList();
    var spoken = Texts.say("speedup.spoken", String.join(", ", medians));
    return data.ceiling().isPresent()
        ? spoken
            + " "
            + Texts.say("speedup.spoken.ceiling", Texts.number(data.ceiling().getAsDouble(), 1))
        : spoken;
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of("workers", "median", "low", "high", "fit", "runs", "engine")
            .map(name -> Texts.say("speedup.column." + name))
            .toList());
    for (var group : data.groups()) {
      rows.add(
          List.of(
              Integer.toString(group.workers()),
              Texts.number(group.median(), 3),
              group.interval().map(i -> Texts.number(i.low(), 3)).orElse(""),
              group.interval().map(i -> Texts.number(i.high(), 3)).orElse(""),
              data.model().map(m -> Texts.number(m.speedup(group.workers()), 3)).orElse(""),
              String.join("; ", group.speedups().stream().map(s -> Texts.number(s, 3)).toList()),
              who(group.engine())));
    }
    return rows;
  }

  private static String who(EngineKind engine) {
    return Texts.say("speedup.engine." + engine.id());
  }
}
