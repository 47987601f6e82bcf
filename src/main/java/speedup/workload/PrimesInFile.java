package speedup.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Counts the primes in a text file with one whole number on each line. */
public final class PrimesInFile implements Workload {
  private static final long LESSON_SIZE = 1_000_000;
  private static final long LARGEST_NUMBER = 1_000_000_000_000L;

  /** The largest long has so many. */
  private static final int MOST_DIGITS = 19;

  private static final String SKIP = "skip";
  private static final String STOP = "stop";

  private final NumberFile.Limits limits;

  /** Reads files as large as this JVM can hold. */
  public PrimesInFile() {
    this(NumberFile.Limits.ofThisJvm());
  }

  PrimesInFile(NumberFile.Limits limits) {
    this.limits = limits;
  }

  /** As what makes them names them, and what a killed process left of them. */
  private static final Pattern KEPT =
      Pattern.compile("numbers-\\d+-seed-\\d+-max-\\d+\\.txt|" + Aside.NAME);

  @Override
  public String id() {
    return "primes-file";
  }

  @Override
  public String title() {
    return "Primes in a file";
  }

  @Override
  public String summary() {
    return "Counts the primes in a text file: each number is tested alone, so the file can be"
        + " shared out among processes.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFile(
            "file",
            "File",
            "A text file with one whole number on each line. Leave it empty for a generated file.",
            List.of("txt", "csv")),
        new Parameter.Whole(
            "count",
            "Numbers",
            "How many numbers a generated file has.",
            "",
            1,
            NumberFile.Limits.MAX_NUMBERS,
            OptionalLong.of(LESSON_SIZE)),
        Parameter.seed("The same seed generates the same file."),
        new Parameter.Whole(
            "max",
            "Largest number",
            "Generated numbers lie between 1 and this; larger numbers take longer to test."
                + " Left empty, it is chosen so that a run takes a few seconds.",
            "",
            1,
            LARGEST_NUMBER,
            OptionalLong.empty()),
        new Parameter.Choice(
            "bad-lines",
            "Lines that are no whole numbers",
            "Skip and count them, or stop at the first.",
            List.of(SKIP, STOP),
            SKIP));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "The lesson's file: 1,000,000 numbers up to 1,000,000",
            "Java tests them all in about 0.1 s on one core. Sending the numbers to other"
                + " processes eats up what they save, so no pool is worth it here.",
            Map.of("count", Long.toString(LESSON_SIZE), "max", Long.toString(LESSON_SIZE))),
        new Preset(
            "one-chunk",
            "One chunk for all",
            "With a single chunk only one worker has something to do: the others look on.",
            Map.of("count", "200000", "max", "1000000000"),
            OptionalInt.empty(),
            OptionalInt.of(200_000)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(new PrimesInFileSizing(LESSON_SIZE));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("count");
  }

  @Override
  public Optional<Pattern> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public Optional<Generator> generator() {
    return Optional.of(new NumberGenerator(LESSON_SIZE, LESSON_SIZE));
  }

  @Override
  public boolean hasPython() {
    return true;
  }

  @Override
  public Prepared<long[], long[], PrimeCount> prepare(Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    var file = settings.file("file");
    if (file.isPresent()) {
      var stop = settings.text("bad-lines").equals(STOP);
      var read = NumberFile.read(file.get(), stop, limits, preparation);
      var from = " from " + Words.file(file.get().getFileName());
      return new Plan(read, Words.count(read.numbers().size(), "number", "numbers") + from);
    }
    var generated = GeneratedNumbers.of(settings, LESSON_SIZE, LESSON_SIZE);
    if (generated.count() > limits.numbers()) {
      throw new InputException(
          "count",
          Words.say(
              "count: %,d numbers do not fit into memory; give at most %,d",
              generated.count(), limits.numbers()));
    }
    return new Plan(
        generated.read(limits, preparation),
        Words.say(
            "%s from 1 to %,d, generated with seed %d into %s",
            Words.count(generated.count(), "number", "numbers"),
            generated.max(),
            generated.seed(),
            generated.fileName()));
  }

  /**
   * What a worker does: counts the primes among the numbers it is given.
   *
   * @return how many of them have 1, 2, 3 and so on digits
   */
  static long[] countPrimes(long[] numbers) {
    var byDigits = new long[MOST_DIGITS];
    for (var number : numbers) {
      if (Primes.isPrime(number)) {
        byDigits[digits(number) - 1]++;
      }
    }
    return byDigits;
  }

  /** What {@link #countPrimes} gives, from another place. */
  private static long[] byDigits(Object value) {
    var counts = PythonWork.wholes(value);
    if (counts.length != MOST_DIGITS) {
      throw new IllegalArgumentException(counts.length + " numbers instead of " + MOST_DIGITS);
    }
    return counts;
  }

  private static int digits(long number) {
    var digits = 1;
    for (var rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private record Numbers(NumberList list) implements Stage<long[], long[]> {
    @Override
    public long items() {
      return list.size();
    }

    @Override
    public long[] slice(long from, long to) {
      return list.copy(Math.toIntExact(from), Math.toIntExact(to));
    }

    @Override
    public SliceTask<long[], long[]> task() {
      return PrimesInFile::countPrimes;
    }
  }

  private record Plan(NumberFile file, String description)
      implements Prepared<long[], long[], PrimeCount> {
    @Override
    public List<String> notes() {
      return file.notes();
    }

    @Override
    public List<Stage<long[], long[]>> stages() {
      return List.of(new Numbers(file.numbers()));
    }

    @Override
    public PrimeCount merge(List<long[]> results) {
      var byDigits = new long[MOST_DIGITS];
      for (var part : results) {
        Arrays.setAll(byDigits, i -> byDigits[i] + part[i]);
      }
      return new PrimeCount(
          file.numbers().size(),
          LongStream.of(byDigits).sum(),
          file.rejectedLines(),
          LongStream.of(byDigits).boxed().toList());
    }

    @Override
    public Optional<PythonWork<long[], long[]>> inPython() {
      return Optional.of(
          new PythonWork<>("primes_file", numbers -> numbers, PrimesInFile::byDigits));
    }

    @Override
    public String inWords(PrimeCount result) {
      return "%s among %s"
          .formatted(
              Words.count(result.primes(), "prime", "primes"),
              Words.count(result.numbers(), "number", "numbers"));
    }

    @Override
    public List<Shown> show(PrimeCount result) {
      return List.of(
          new Shown.Bars("How long the primes are", "primes", bars(result.byDigits())),
          new FactTable("What was read")
              .row("Numbers", result.numbers())
              .row("Primes", result.primes())
              .row("Others", result.numbers() - result.primes())
              .row("Lines that are no whole numbers", result.rejectedLines())
              .done());
    }

    /** A bar for each number of digits, up to the longest prime. */
    private static List<Shown.Bars.Bar> bars(List<Long> byDigits) {
      var bars = new ArrayList<Shown.Bars.Bar>();
      var last = MOST_DIGITS - 1;
      while (last > 0 && byDigits.get(last) == 0) {
        last--;
      }
      for (var i = 0; i <= last; i++) {
        bars.add(new Shown.Bars.Bar(Words.count(i + 1, "digit", "digits"), byDigits.get(i)));
      }
      return bars;
    }

    @Override
    public Map<String, Object> inValues(PrimeCount result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("numbers", result.numbers());
      values.put("primes", result.primes());
      values.put("rejectedLines", result.rejectedLines());
      return values;
    }
  }
}
