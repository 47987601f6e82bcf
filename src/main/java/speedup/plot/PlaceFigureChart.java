package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import speedup.measure.EngineKind;
import speedup.scaling.ChunkStudy;
import speedup.scaling.SizeStudy;
import speedup.scaling.WeakStudy;

/**
 * A figure of a study that is weak, or of chunks or sizes, in small on the axis of its main chart;
 * those of worker counts are {@link StudyFigureChart}s.
 */
public final class PlaceFigureChart implements Chart {
  /** The figures; no study has all of them. */
  public enum Kind {
    /** Wall time. */
    TIME("time", Unit.SECONDS),
    /** Wall time by problem size. */
    UNIT_TIME("unitTime", Unit.SECONDS),
    /** Speedup by workers. */
    EFFICIENCY("efficiency", Unit.SHARE),
    /** The serial share of the parallel run that explains a scaled speedup. */
    SERIAL_SHARE("scaledSerial", Unit.NUMBER),
    /** The share of the workers' time that is not the baseline's computing. */
    OVERHEAD("overhead", Unit.SHARE),
    /** The share of the workers' time that is not computing. */
    NOT_COMPUTING("notComputing", Unit.SHARE),
    /** The share of reading arguments and writing results. */
    SERIALISE("serialise", Unit.SHARE),
    /** The share of waiting while others had work left. */
    WAITING("waiting", Unit.SHARE),
    /** The share of waiting for the last chunks of others. */
    IDLE_TAIL("idleTail", Unit.SHARE);

    private final String key;
    private final Unit unit;

    Kind(String key, Unit unit) {
      this.key = key;
      this.unit = unit;
    }

    private String title() {
      return Texts.say("figure." + key);
    }
  }

  private enum Unit {
    SECONDS,
    SHARE,
    NUMBER
  }

  /** What the x axis counts, with the keys of its words. */
  enum Over {
    WORKERS("figure.spoken.workers", "speedup.column.workers"),
    CHUNKS("figure.spoken.chunks", "chunks.column.items"),
    SIZES("figure.spoken.sizes", "sizes.column.size");

    private final String spoken;
    private final String column;

    Over(String spoken, String column) {
      this.spoken = spoken;
      this.column = column;
    }
  }

  /** Where it stands: its axis, the cores to mark there, and the ideal, where there is one. */
  record Place(Over over, Axis x, int physicalCores, int logicalCores, OptionalDouble ideal) {}

  private final Kind kind;
  private final Place place;
  private final List<Measured> points;
  private final String missing;

  PlaceFigureChart(Kind kind, Place place, List<Measured> points, String missing) {
    this.kind = kind;
    this.place = place;
    this.points = List.copyOf(points);
    this.missing = missing;
  }

  /** The small charts of a weak study, in the order in which they are shown. */
  public static List<PlaceFigureChart> of(WeakStudy study, int logicalCores) {
    return new WeakFigures(study, logicalCores).all();
  }

  /** The small charts of a study of chunk sizes. */
  public static List<PlaceFigureChart> of(ChunkStudy study) {
    return ChunkFigures.all(study);
  }

  /** The small charts of a study of problem sizes. */
  public static List<PlaceFigureChart> of(SizeStudy study) {
    return SizeFigures.all(study);
  }

  /** Which figure it is. */
  public Kind kind() {
    return kind;
  }

  private Axis axis() {
    double lowest = points.stream().mapToDouble(Measured::median).min().orElse(0);
    double highest = Math.max(Measured.highest(points), place.ideal().orElse(0));
    return switch (kind.unit) {
      case SECONDS ->
          kind == Kind.TIME
              ? Axis.seconds(1.2 * highest)
              : Axis.seconds(1.2 * highest).titled(kind.title());
      case SHARE -> Axis.percent(kind.title(), 0, Math.max(0.1, 1.3 * highest));
      case NUMBER ->
          Axis.numbers(kind.title(), Math.min(0, 1.3 * lowest), Math.max(0.02, 1.4 * highest));
    };
  }

  @Override
  public void draw(Pen pen, double width, double height) {
    if (points.isEmpty()) {
      new XyPlot(pen, place.x(), Axis.numbers(kind.title(), 0, 1), width, height).sentence(missing);
      return;
    }
    var plot = new XyPlot(pen, place.x(), axis(), width, height);
    if (place.over() == Over.WORKERS) {
      plot.cores(place.physicalCores(), place.logicalCores());
    }
    place.ideal().ifPresent(ideal -> plot.level(ideal, pen.theme.border()));
    plot.points(points, 0);
    points.stream()
        .filter(point -> !isBesideAnother(point))
        .forEach(point ->
            plot.labels()
                .labelBeside(
                    words(point.median()), point.at(), point.median(), 0, pen.theme.foreground()));
    if (points.stream().anyMatch(this::isBesideAnother)) {
      plot.labels().key(Texts.say("speedup.engine.sequential"), EngineKind.SEQUENTIAL);
    }
    place
        .ideal()
        .ifPresent(ideal ->
            plot.labels().labelOfLevel(Texts.say("speedup.ideal"), ideal, pen.theme.muted()));
  }

  /** Where two are compared at every place, the baseline is grey and named once, not numbered. */
  private boolean isBesideAnother(Measured point) {
    return point.engine() == EngineKind.SEQUENTIAL
        && points.stream().anyMatch(other -> other != point && other.at() == point.at());
  }

  private String words(double value) {
    return switch (kind.unit) {
      case SECONDS -> Texts.seconds(value);
      case SHARE -> Texts.percent(value);
      case NUMBER -> Texts.number(value, 3);
    };
  }

  @Override
  public String spoken() {
    var key = place.over().spoken;
    var words =
        points.stream()
            .map(point -> Texts.say(key, words(point.median()), name(point)))
            .collect(Collectors.joining(", "));
    return Texts.say("figure.spoken", kind.title(), points.isEmpty() ? missing : words);
  }

  private String name(Measured point) {
    return Texts.whole(point.at())
        + (isBesideAnother(point) ? ", " + Texts.say("speedup.engine.sequential") : "");
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.say(place.over().column), kind.title()));
    points.forEach(point -> rows.add(List.of(name(point), words(point.median()))));
    return rows;
  }
}
