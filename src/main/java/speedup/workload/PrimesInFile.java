package speedup.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Counts the primes in a text file with one whole number on each line. */
public final class PrimesInFile implements Workload {
  private static final long LESSON_SIZE = 1_000_000;
  private static final long LARGEST_NUMBER = 1_000_000_000_000L;
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
        new Parameter.Whole(
            "seed",
            "Seed",
            "The same seed generates the same file.",
            "",
            0,
            Long.MAX_VALUE,
            OptionalLong.of(42)),
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
  public Optional<Generator> generator() {
    return Optional.of(new NumberGenerator(LESSON_SIZE));
  }

  @Override
  public Prepared<long[], Long, PrimeCount> prepare(Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    var file = settings.file("file");
    if (file.isPresent()) {
      var stop = settings.text("bad-lines").equals(STOP);
      var read = NumberFile.read(file.get(), stop, limits, preparation);
      var from = " from " + Words.file(file.get().getFileName());
      return new Plan(read, Words.count(read.numbers().size(), "number", "numbers") + from);
    }
    var generated = GeneratedNumbers.of(settings, LESSON_SIZE);
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

  /** What a worker does: counts the primes among the numbers it is given. */
  static long countPrimes(long[] numbers) {
    long primes = 0;
    for (var number : numbers) {
      if (Primes.isPrime(number)) {
        primes++;
      }
    }
    return primes;
  }

  private record Numbers(NumberList list) implements Stage<long[], Long> {
    @Override
    public long items() {
      return list.size();
    }

    @Override
    public long[] slice(long from, long to) {
      return list.copy(Math.toIntExact(from), Math.toIntExact(to));
    }

    @Override
    public SliceTask<long[], Long> task() {
      return PrimesInFile::countPrimes;
    }
  }

  private record Plan(NumberFile file, String description)
      implements Prepared<long[], Long, PrimeCount> {
    @Override
    public List<String> notes() {
      return file.notes();
    }

    @Override
    public List<Stage<long[], Long>> stages() {
      return List.of(new Numbers(file.numbers()));
    }

    @Override
    public PrimeCount merge(List<Long> results) {
      var primes = results.stream().mapToLong(Long::longValue).sum();
      return new PrimeCount(file.numbers().size(), primes, file.rejectedLines());
    }

    @Override
    public String inWords(PrimeCount result) {
      return "%s among %s"
          .formatted(
              Words.count(result.primes(), "prime", "primes"),
              Words.count(result.numbers(), "number", "numbers"));
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
