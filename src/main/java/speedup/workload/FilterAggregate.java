package speedup.workload;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps the even numbers of a column of a CSV file and sums them. */
public final class FilterAggregate implements Workload {
  private static final long LESSON_COUNT = NumbersCsv.STANDARD_COUNT;
  private static final int LESSON_CHUNK = 10_000;

  /** 60 MB, which are made within seconds. */
  private static final long MOST_CHOSEN = 20_000_000;

  private static final long MAX_COUNT = 50_000_000;
  private static final long LARGEST = 1_000_000_000_000L;

  /** As what makes them names them, and what a killed process left of them. */
  private static final Pattern KEPT = Pattern.compile("numbers-\\d+-seed-\\d+-max-\\d+\\.csv");

  @Override
  public String id() {
    return "filter-aggregate";
  }

  @Override
  public String title() {
    return "Filter and sum";
  }

  @Override
  public String summary() {
    return "Keeps the even numbers of a large data set and sums them: every worker reads its own"
        + " rows from the disk, so that only places and sums are sent.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFile(
            "file",
            "File",
            "A CSV file in UTF-8 with a column of whole numbers. Leave it empty for a generated"
                + " file.",
            List.of("csv", "tsv", "txt")),
        new Parameter.Text(
            "column", "Column", "The name of the column, or its number from 1.", "1", 200),
        new Parameter.Choice(
            "header",
            "Header",
            "Whether the first row has the names of the columns; auto looks whether it holds a"
                + " number.",
            List.of(CsvHeader.AUTO, CsvHeader.YES, CsvHeader.NO),
            CsvHeader.AUTO),
        new Parameter.Choice(
            "separator",
            "Separator",
            "What stands between cells; auto takes what the first row has most of.",
            List.of(CsvHeader.AUTO, "comma", "semicolon", "tab", "bar"),
            CsvHeader.AUTO),
        new Parameter.Choice(
            "bad-cells",
            "Cells that are no whole numbers",
            "Skip and count them, or stop at the first.",
            List.of(CsvSurvey.SKIP, CsvSurvey.STOP),
            CsvSurvey.SKIP),
        new Parameter.Whole(
            "count",
            "Numbers",
            "How many numbers a generated file has. Left empty, it is chosen so that a run takes"
                + " long enough to measure, but not above 20,000,000.",
            "",
            1,
            MAX_COUNT,
            OptionalLong.empty()),
        Parameter.seed("The same seed generates the same file."),
        new Parameter.Whole(
            "max",
            "Largest number",
            "Generated numbers lie between 1 and this.",
            "",
            1,
            LARGEST,
            OptionalLong.of(NumbersCsv.STANDARD_MAX)));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        lesson(
            "lesson",
            "1,000,000 numbers from 1 to 100 in chunks of 10,000",
            LESSON_COUNT,
            LESSON_CHUNK,
            "A hundred chunks, each read, filtered and summed by one worker; the parent adds up a"
                + " hundred sums."),
        lesson(
            "small-chunks",
            "100,000 numbers in chunks of 100",
            LESSON_COUNT / 10,
            100,
            "Opening the file and reporting a sum for every hundred numbers costs more than the"
                + " numbers themselves."),
        lesson(
            "large",
            "10,000,000 numbers in chunks of 100,000",
            10 * LESSON_COUNT,
            10 * LESSON_CHUNK,
            "The same work ten times as large: what starting and sending cost no longer shows."));
  }

  private static Preset lesson(String id, String title, long count, int chunk, String lesson) {
    return new Preset(
        id,
        title,
        lesson,
        Map.of("count", Long.toString(count), "max", Long.toString(NumbersCsv.STANDARD_MAX)),
        OptionalInt.empty(),
        OptionalInt.of(chunk));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(
        new SampleSizing(
            Set.of("file", "count"),
            new LinearSizing("count", LESSON_COUNT, 0, LESSON_COUNT, MOST_CHOSEN)));
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
    return Optional.of(new NumbersCsv());
  }

  @Override
  public Prepared<CsvSlice, EvenNumbers, EvenNumbers> prepare(
      Settings settings, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    var given = settings.file("file");
    if (given.isPresent()) {
      var file = CsvFile.read(given.get(), settings, preparation);
      var from =
          Words.say(
              "%s in %s of %s",
              Words.count(file.rows(), "row", "rows"),
              file.title(),
              Words.file(given.get().getFileName()));
      return new Plan(file, from);
    }
    var numbers = NumbersCsv.of(settings);
    return new Plan(
        NumbersCsv.read(numbers, settings, preparation),
        "%s, generated into %s".formatted(numbers.inWords(), NumbersCsv.fileName(numbers)));
  }

  private record Rows(CsvFile file, ValueBins bins) implements Stage<CsvSlice, EvenNumbers> {
    @Override
    public long items() {
      return file.rows();
    }

    @Override
    public CsvSlice slice(long from, long to) {
      return file.slice(from, to);
    }

    @Override
    public SliceTask<CsvSlice, EvenNumbers> task() {
      return new EvenNumbers.Task(file.column(), bins);
    }
  }

  private record Plan(CsvFile file, String description)
      implements Prepared<CsvSlice, EvenNumbers, EvenNumbers> {
    @Override
    public List<String> notes() {
      return file.survey().notes();
    }

    @Override
    public List<Stage<CsvSlice, EvenNumbers>> stages() {
      return List.of(new Rows(file, bins()));
    }

    private ValueBins bins() {
      return new ValueBins(file.survey().min(), file.survey().max());
    }

    @Override
    public EvenNumbers merge(List<EvenNumbers> results) {
      return results.stream().reduce(EvenNumbers::plus).orElseThrow();
    }

    @Override
    public String inWords(EvenNumbers result) {
      return Words.say(
          "%,d of %s %s even, their sum is %,d",
          result.kept(),
          Words.count(result.numbers(), "number", "numbers"),
          result.kept() == 1 ? "is" : "are",
          result.sum());
    }

    @Override
    public List<Shown> show(EvenNumbers result) {
      return List.of(
          new Shown.Bars("How the numbers are spread", "numbers", bins().bars(result.counts())),
          new FactTable("What was read")
              .row("Rows", file.rows())
              .row("Even numbers, kept", result.kept())
              .row("Odd numbers, left out", result.numbers() - result.kept())
              .row("Blank cells", result.blank())
              .row("Cells that are no whole numbers", result.rejected())
              .row("Sum of the even numbers", result.sum())
              .done());
    }

    @Override
    public Map<String, Object> inValues(EvenNumbers result) {
      var values = new LinkedHashMap<String, Object>();
      values.put("rows", file.rows());
      values.put("numbers", result.numbers());
      values.put("even", result.kept());
      values.put("sum", result.sum());
      values.put("blankCells", result.blank());
      values.put("rejectedCells", result.rejected());
      values.put("firstRejected", file.survey().firstRejected());
      return values;
    }
  }
}
