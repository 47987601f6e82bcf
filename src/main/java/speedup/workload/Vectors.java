package speedup.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Divides each of many vectors by its length. */
public final class Vectors implements Workload {
  private static final String GENERATE = "generate";
  private static final String SEND = "send";
  private static final long LESSON_COUNT = 20_000;
  private static final long DIMENSION = 100;
  private static final long MAX_DIMENSION = 10_000;
  private static final long MAX_COUNT = 10_000_000_000L;
  private static final long MAX_COORDINATES = 1_000_000_000_000L;

  /** 32 MB: the parent holds them as they were, as they go out and as they come back. */
  private static final long MAX_SENT = 4_000_000;

  private static final int SHOWN_COORDINATES = 4;

  @Override
  public String id() {
    return "vectors";
  }

  @Override
  public String title() {
    return "Unit vectors";
  }

  @Override
  public String summary() {
    return "Divides each vector by its length: a few operations a number, so it depends on where"
        + " the numbers are whether processes gain anything.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "vectors",
            "Vectors",
            "How many vectors there are. Left empty, it is chosen so that a run takes a few"
                + " seconds.",
            "",
            1,
            MAX_COUNT,
            OptionalLong.empty()),
        new Parameter.Whole(
            "dimension",
            "Dimension",
            "How many coordinates a vector has.",
            "",
            1,
            MAX_DIMENSION,
            OptionalLong.of(DIMENSION)),
        new Parameter.Choice(
            "data",
            "Data",
            "generate: workers make their vectors from the seed and answer with a checksum. send:"
                + " the vectors travel to the workers and back.",
            List.of(GENERATE, SEND),
            GENERATE),
        Parameter.seed("The same seed makes the same vectors."));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        lesson(
            SEND,
            "20,000 vectors of 100, sent there and back",
            "16 MB go to the workers and 16 MB come back: carrying them takes longer than"
                + " dividing them."),
        lesson(
            GENERATE,
            "20,000 vectors of 100, made by the workers",
            "The same result bit by bit, but only two numbers travel to a worker for a chunk, and a"
                + " checksum back."));
  }

  private static Preset lesson(String data, String title, String lesson) {
    return Preset.of(
        data,
        title,
        lesson,
        Map.of(
            "vectors",
            Long.toString(LESSON_COUNT),
            "dimension",
            Long.toString(DIMENSION),
            "data",
            data));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new CountSizing());
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("vectors");
  }

  @Override
  public Prepared<?, VectorPart, UnitVectors> prepare(Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    var count = settings.optionalWhole("vectors").orElse(LESSON_COUNT);
    var dimension = settings.whole("dimension");
    var sent = settings.text("data").equals(SEND);
    var most = (sent ? MAX_SENT : MAX_COORDINATES) / dimension;
    if (count > most) {
      throw new InputException(
          "vectors",
          Words.say(
              "vectors: %,d vectors of %,d %s; give at most %,d%s",
              count,
              dimension,
              sent ? "do not fit into memory" : "would run for hours",
              most,
              sent ? ", or let the workers make them (data=generate)" : ""));
    }
    var space = new VectorSpace(settings.whole("seed"), (int) dimension);
    return sent
        ? new Plan<>(space, count, true, Sent.make(space, (int) count, preparation))
        : new Plan<>(space, count, false, new RangeStage<>(0, count, new Made(space)));
  }

  /**
   * The vectors after the division.
   *
   * @param vectors how many
   * @param dimension coordinates of each
   * @param checksum of the bits of all coordinates, each at its place
   * @param shortest the smallest length there was before
   * @param longest the largest
   * @param lengths how many vectors had a length in each part of the range
   * @param firstRows coordinates of the first vectors
   */
  public record UnitVectors(
      long vectors,
      int dimension,
      long checksum,
      double shortest,
      double longest,
      List<Long> lengths,
      List<List<Double>> firstRows) {}

  /** What a worker does with numbers of vectors: makes them, block after block, and divides. */
  public record Made(VectorSpace space) implements SliceTask<Range, VectorPart> {
    private static final int BLOCK = 1 << 14;

    @Override
    public VectorPart run(Range range) {
      var perBlock = Math.max(VectorSpace.SHOWN_ROWS, BLOCK / space.dimension());
      VectorPart all = null;
      for (var first = range.from(); first < range.end(); first += perBlock) {
        var count = (int) Math.min(perBlock, range.end() - first);
        var part = space.divide(first, space.vectors(first, count));
        all = all == null ? shortened(part) : plus(all, shortened(part));
      }
      return all;
    }

    /** A part with the checksum instead of vectors that are not shown. */
    private VectorPart shortened(VectorPart part) {
      var shown = Math.clamp(VectorSpace.SHOWN_ROWS - part.first(), 0, VectorSpace.SHOWN_ROWS);
      return new VectorPart(
          part.first(),
          Arrays.copyOf(part.units(), Math.min(part.units().length, shown * space.dimension())),
          space.checksum(part.first(), part.units()),
          part.lengths(),
          part.shortest(),
          part.longest());
    }

    private static VectorPart plus(VectorPart all, VectorPart next) {
      var lengths = all.lengths();
      Arrays.setAll(lengths, bin -> lengths[bin] + next.lengths()[bin]);
      return new VectorPart(
          all.first(),
          all.units(), // a block holds all rows that are shown
          all.checksum() + next.checksum(),
          lengths,
          Math.min(all.shortest(), next.shortest()),
          Math.max(all.longest(), next.longest()));
    }
  }

  /** What a worker does with vectors that were carried to it: divides them and gives them back. */
  public record Divided(VectorSpace space) implements SliceTask<VectorSlice, VectorPart> {
    @Override
    public VectorPart run(VectorSlice slice) {
      // a copy: in the same process the slice is the parent's
      return space.divide(slice.first(), slice.coordinates().clone());
    }
  }

  /** Vectors in the memory of the parent. */
  private record Sent(VectorSpace space, double[] coordinates)
      implements Stage<VectorSlice, VectorPart> {
    private static final int BLOCK = 10_000;

    static Sent make(VectorSpace space, int count, Preparation preparation)
        throws InterruptedException {
      var dimension = space.dimension();
      var coordinates = new double[count * dimension];
      for (var first = 0; first < count; first += BLOCK) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        preparation.progress((double) first / count, "making vectors");
        var block = space.vectors(first, Math.min(BLOCK, count - first));
        System.arraycopy(block, 0, coordinates, first * dimension, block.length);
      }
      return new Sent(space, coordinates);
    }

    @Override
    public long items() {
      return coordinates.length / space.dimension();
    }

    @Override
    public VectorSlice slice(long from, long to) {
      var dimension = space.dimension();
      return new VectorSlice(
          from, Arrays.copyOfRange(coordinates, (int) from * dimension, (int) to * dimension));
    }

    @Override
    public SliceTask<VectorSlice, VectorPart> task() {
      return new Divided(space);
    }
  }

  private record Plan<A>(VectorSpace space, long count, boolean sent, Stage<A, VectorPart> stage)
      implements Prepared<A, VectorPart, UnitVectors> {
    @Override
    public String description() {
      return Words.say(
          "%s of %,d %s, %s",
          Words.count(count, "vector", "vectors"),
          space.dimension(),
          space.dimension() == 1 ? "coordinate" : "coordinates",
          sent ? "sent to the workers and back" : "made by the workers");
    }

    @Override
    public List<Stage<A, VectorPart>> stages() {
      return List.of(stage);
    }

    @Override
    public UnitVectors merge(List<VectorPart> parts) {
      var lengths = new long[parts.getFirst().lengths().length];
      var checksum = 0L;
      for (var part : parts) {
        Arrays.setAll(lengths, bin -> lengths[bin] + part.lengths()[bin]);
        // of what came back, so that an error on the way would show
        checksum += sent ? space.checksum(part.first(), part.units()) : part.checksum();
      }
      return new UnitVectors(
          LongStream.of(lengths).sum(),
          space.dimension(),
          checksum,
          parts.stream().mapToDouble(VectorPart::shortest).min().orElseThrow(),
          parts.stream().mapToDouble(VectorPart::longest).max().orElseThrow(),
          LongStream.of(lengths).boxed().toList(),
          firstRows(parts));
    }

    private List<List<Double>> firstRows(List<VectorPart> parts) {
      var rows = new ArrayList<List<Double>>();
      for (var part : parts) {
        var units = part.units();
        for (var at = 0; at < units.length; at += space.dimension()) {
          if (rows.size() == VectorSpace.SHOWN_ROWS) {
            return rows;
          }
          rows.add(Arrays.stream(units, at, at + space.dimension()).boxed().toList());
        }
      }
      return rows;
    }

    @Override
    public String inWords(UnitVectors result) {
      return Words.say(
          "%s divided by their lengths, %.4f to %.4f; checksum %016x",
          Words.count(result.vectors(), "vector", "vectors"),
          result.shortest(),
          result.longest(),
          result.checksum());
    }

    @Override
    public List<Shown> show(UnitVectors result) {
      return List.of(
          new Shown.Bars(
              "Lengths before the division", "vectors", space.bins().bars(result.lengths())),
          new Shown.Table(
              "The first vectors after the division",
              header(),
              IntStream.range(0, result.firstRows().size())
                  .mapToObj(row -> cells(row, result.firstRows().get(row)))
                  .toList()));
    }

    private List<String> header() {
      var header = new ArrayList<>(List.of("Vector", "Length now"));
      for (var i = 1; i <= Math.min(SHOWN_COORDINATES, space.dimension()); i++) {
        header.add("Coordinate " + i);
      }
      return header;
    }

    private static List<String> cells(int row, List<Double> unit) {
      var squares = unit.stream().mapToDouble(coordinate -> coordinate * coordinate).sum();
      var cells = new ArrayList<String>();
      cells.add(Words.number(row));
      cells.add(Words.say("%.6f", Math.sqrt(squares)));
      unit.stream()
          .limit(SHOWN_COORDINATES)
          .forEach(coordinate -> cells.add(Words.say("%.6f", coordinate)));
      return cells;
    }

    @Override
    public Map<String, Object> inValues(UnitVectors result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("vectors", result.vectors());
      values.put("dimension", result.dimension());
      values.put("shortest", result.shortest());
      values.put("longest", result.longest());
      values.put("checksum", "%016x".formatted(result.checksum()));
      return values;
    }
  }

  /** Chooses how many vectors of the standard dimension the workers make. */
  private record CountSizing() implements Sizing {
    private static final LinearSizing COUNT =
        new LinearSizing("vectors", 50_000, 0, 1_000, MAX_COORDINATES / DIMENSION);

    @Override
    public Set<String> parameters() {
      // what is sent has to fit into memory, so there the person chooses
      return Set.of("vectors", "dimension", "data");
    }

    @Override
    public Map<String, String> probe() {
      return COUNT.probe();
    }

    @Override
    public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
      return COUNT.sizeFor(probeSeconds, wishedSeconds);
    }
  }
}
