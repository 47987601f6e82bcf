package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Paints the Mandelbrot set, tile by tile. */
public final class Mandelbrot implements Workload {
  private static final long MIN_ITERATIONS = 10;
  private static final long MAX_ITERATIONS = 1_000_000;
  private static final long UNSIZED_ITERATIONS = 1_000;
  private static final long MAX_TILES = 100_000;
  private static final long MAX_STEPS = 20_000_000_000_000L;

  /** What points outside the set cost, in iterations of those inside it; measured. */
  private static final double OUTSIDE_COST = 100;

  @Override
  public String id() {
    return "mandelbrot";
  }

  @Override
  public String title() {
    return "Mandelbrot set";
  }

  @Override
  public String summary() {
    return "Paints a picture tile by tile: black tiles take long and grey ones hardly any time,"
        + " so an even share of tiles is not an even share of work.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "size",
            "Size",
            "Width and height of the picture.",
            "px",
            16,
            8_000,
            OptionalLong.of(1_000)),
        new Parameter.Whole(
            "iterations",
            "Iterations",
            "After so many steps a point counts as inside. Left empty, it is chosen so that a run"
                + " takes a few seconds.",
            "",
            MIN_ITERATIONS,
            MAX_ITERATIONS,
            OptionalLong.empty()),
        new Parameter.Whole(
            "tile",
            "Tile",
            "Width and height of a tile. Small tiles are shared out evenly, large ones are not.",
            "px",
            1,
            8_000,
            OptionalLong.of(50)));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "Fine tiles: 400 of 50 px",
            "Many small tiles keep every worker busy to the end.",
            Map.of("size", "1000", "tile", "50")),
        new Preset(
            "coarse",
            "Coarse tiles: 4 of 500 px",
            "Two of the four tiles hold most of the black: workers wait for the unlucky ones.",
            Map.of("size", "1000", "tile", "500"),
            OptionalInt.empty(),
            OptionalInt.of(1)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(
        new LinearSizing("iterations", 200, OUTSIDE_COST, MIN_ITERATIONS, MAX_ITERATIONS));
  }

  @Override
  public Optional<Integer> suggestedChunk() {
    return Optional.of(1);
  }

  @Override
  public Prepared<Range, MandelbrotTiles, GreyPicture> prepare(
      Settings settings, Preparation preparation) throws InputException {
    var size = settings.whole("size");
    var iterations = settings.optionalWhole("iterations").orElse(UNSIZED_ITERATIONS);
    var tile = Math.min(size, settings.whole("tile"));
    var task = new MandelbrotTask((int) size, (int) iterations, (int) tile);
    if (task.tiles() > MAX_TILES) {
      throw new InputException(
          "tile",
          Words.say(
              "tile: %,d px would make %,d tiles; give at least %,d px",
              tile, task.tiles(), (long) Math.ceil(size / Math.sqrt(MAX_TILES) + 1)));
    }
    if (size * size > MAX_STEPS / iterations) {
      throw new InputException(
          "iterations",
          Words.say(
              "iterations: %,d on a picture of %,d x %,d px would run for hours; lower one of"
                  + " them",
              iterations, size, size));
    }
    return new Plan(task);
  }

  private record Plan(MandelbrotTask task)
      implements Prepared<Range, MandelbrotTiles, GreyPicture> {
    @Override
    public String description() {
      return Words.say(
          "a picture of %,d x %,d px in %s, up to %,d iterations",
          task.size(), task.size(), Words.count(task.tiles(), "tile", "tiles"), task.iterations());
    }

    @Override
    public List<Stage<Range, MandelbrotTiles>> stages() {
      return List.of(new RangeStage<>(0, task.tiles(), task));
    }

    @Override
    public GreyPicture merge(List<MandelbrotTiles> results) {
      return GreyPicture.of(task.size(), task.size(), results);
    }

    @Override
    public String inWords(GreyPicture result) {
      return Words.say(
          "%,d of %,d pixels are inside the set", result.blackPixels(), result.brightness().length);
    }

    @Override
    public List<Shown> show(GreyPicture result) {
      return List.of(result.shown("The picture"));
    }

    @Override
    public Map<String, Object> inValues(GreyPicture result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("width", result.width());
      values.put("height", result.height());
      values.put("iterations", task.iterations());
      values.put("insidePixels", result.blackPixels());
      values.put("checksum", result.checksum());
      return values;
    }
  }
}
