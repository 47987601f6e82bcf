package speedup.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Finds the primes of a range, in order. */
public final class PrimesInRange implements Workload {
  private static final long LESSON_FROM = 1_000_000;
  private static final long LESSON_TO = 1_000_500;
  private static final long LARGEST = 1_000_000_000_000_000L;
  private static final long LONGEST = 100_000_000;
  private static final int SHOWN_PRIMES = 10_000;
  private static final int LISTED_PRIMES = 100;

  @Override
  public String id() {
    return "primes-range";
  }

  @Override
  public String title() {
    return "Primes in a range";
  }

  @Override
  public String summary() {
    return "Finds the primes of a range: larger numbers take longer, so chunks of the same length"
        + " are not the same work.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Whole(
            "from",
            "From",
            "The first number of the range.",
            "",
            0,
            LARGEST,
            OptionalLong.of(LESSON_FROM)),
        new Parameter.Whole(
            "to",
            "To",
            "The range ends before this number, as Python's range does. Left empty, it is chosen so"
                + " that a run takes a few seconds.",
            "",
            1,
            LARGEST,
            OptionalLong.empty()));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        new Preset(
            "lesson",
            "The lesson's range: 1,000,000 to 1,000,500 in chunks of 50",
            "Ten chunks come back in order. 500 numbers take Java well under a millisecond, so the"
                + " processes only cost time here.",
            Map.of("from", Long.toString(LESSON_FROM), "to", Long.toString(LESSON_TO)),
            OptionalInt.empty(),
            OptionalInt.of(50)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new LengthSizing());
  }

  @Override
  public boolean hasPython() {
    return true;
  }

  @Override
  public Prepared<Range, long[], PrimeList> prepare(Settings settings, Preparation preparation)
      throws InputException {
    var from = settings.whole("from");
    var to = settings.optionalWhole("to").orElse(from + LESSON_TO - LESSON_FROM);
    if (to <= from) {
      throw new InputException(
          "to", Words.say("to: %,d is not above from, which is %,d; raise it", to, from));
    }
    if (to - from > LONGEST) {
      throw new InputException(
          "to", Words.say("to: the range has %,d numbers; %,d are possible", to - from, LONGEST));
    }
    return new Plan(new Range(from, to));
  }

  /** What a worker does: the primes of its range, in order. */
  static long[] primesOf(Range range) {
    var primes = new long[16];
    var found = 0;
    for (var number = range.from(); number < range.end(); number++) {
      if (Primes.isPrime(number)) {
        if (found == primes.length) {
          primes = Arrays.copyOf(primes, 2 * found);
        }
        primes[found++] = number;
      }
    }
    return Arrays.copyOf(primes, found);
  }

  private record Plan(Range range) implements Prepared<Range, long[], PrimeList> {
    @Override
    public String description() {
      return Words.say(
          "the numbers from %,d to %,d, %,d in all", range.from(), range.end() - 1, range.length());
    }

    @Override
    public List<Stage<Range, long[]>> stages() {
      return List.of(new RangeStage<>(range.from(), range.length(), PrimesInRange::primesOf));
    }

    @Override
    public PrimeList merge(List<long[]> results) {
      var all = new long[results.stream().mapToInt(primes -> primes.length).sum()];
      var filled = 0;
      for (var primes : results) {
        System.arraycopy(primes, 0, all, filled, primes.length);
        filled += primes.length;
      }
      return new PrimeList(all);
    }

    @Override
    public Optional<PythonWork<Range, long[]>> inPython() {
      return Optional.of(PythonWork.ofRange("primes_range", PythonWork::wholes));
    }

    @Override
    public String inWords(PrimeList result) {
      var primes = result.primes();
      var count = Words.count(primes.length, "prime", "primes");
      return primes.length == 0
          ? count
          : Words.say("%s, from %,d to %,d", count, primes[0], primes[primes.length - 1]);
    }

    @Override
    public List<Shown> show(PrimeList result) {
      var bins = new ValueBins(range.from(), range.end() - 1);
      var counter = bins.counter();
      Arrays.stream(result.primes()).forEach(counter::add);
      var rows = new ArrayList<List<String>>();
      for (var i = 0; i < Math.min(LISTED_PRIMES, result.primes().length); i++) {
        rows.add(List.of(Words.number(i + 1), Words.number(result.primes()[i])));
      }
      return List.of(
          new Shown.Bars(
              "Where the primes lie",
              "primes",
              bins.bars(Arrays.stream(counter.counts()).boxed().toList())),
          new Shown.Table("The first primes", List.of("Number", "Prime"), rows));
    }

    @Override
    public Map<String, Object> inValues(PrimeList result) {
      var primes = result.primes();
      var values = new LinkedHashMap<String, Object>();
      values.put("count", primes.length);
      if (primes.length > 0) {
        values.put("first", primes[0]);
        values.put("last", primes[primes.length - 1]);
      }
      values.put("primes", Arrays.stream(primes).limit(SHOWN_PRIMES).boxed().toList());
      if (primes.length > SHOWN_PRIMES) {
        values.put("truncated", true);
      }
      return values;
    }
  }

  /**
   * Chooses how long the range is, where testing a number {@code n} costs {@code sqrt(n)/ln(n)}.
   */
  private record LengthSizing() implements Sizing {
    private static final long PROBE_LENGTH = 300_000;
    private static final int STEPS = 64;
    private static final double FIXED_COST = 14;

    @Override
    public Set<String> parameters() {
      return Set.of("from", "to");
    }

    @Override
    public Map<String, String> probe() {
      return endingAt(PROBE_LENGTH);
    }

    @Override
    public Map<String, String> sizeFor(double probeSeconds, double wishedSeconds) {
      var wished = cost(PROBE_LENGTH) * wishedSeconds / Math.max(probeSeconds, 1e-6);
      var length = 1_000L;
      while (length < LONGEST && cost(length) < wished) {
        length += length / 16;
      }
      return endingAt(Math.min(LONGEST, RoundNumbers.fine(length)));
    }

    private static Map<String, String> endingAt(long length) {
      return Map.of("to", Long.toString(LESSON_FROM + length));
    }

    /** The cost of a range from the default start, in an arbitrary unit. */
    private static double cost(long length) {
      var step = (double) length / STEPS;
      var sum = 0.0;
      for (var i = 0; i < STEPS; i++) {
        var number = LESSON_FROM + (i + 0.5) * step;
        // the mean over all numbers up to max is 2/3 of the cost of max itself
        sum += 1.5 * Math.sqrt(number) / Math.log(number) + FIXED_COST;
      }
      return sum * step;
    }
  }
}
