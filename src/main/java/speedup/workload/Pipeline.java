package speedup.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Fetches rows from a database, transforms them, and saves them to another. */
public final class Pipeline implements Workload {
  private static final String SOURCE = "source";
  private static final String TO = "to";
  private static final String TARGET = "pipeline-target.db";
  private static final List<String> ENDINGS = List.of("db", "sqlite", "sqlite3");
  private static final long MOST_ROWS = 2_000_000;
  private static final int MOST_IN_BATCH = 100_000;
  private static final int MOST_CAPACITY = 10_000;
  private static final int MOST_ROUNDS = 10_000_000;

  /** How many rows where no number was set and no probe was made. */
  private static final long UNSIZED = 20_000;

  private static final long PROBE = 500;
  private static final long LEAST_CHOSEN = 2_000;

  /** As what makes them names them, and what a killed process left of them. */
  private static final Pattern KEPT =
      Pattern.compile(
          "pipeline-source-\\d+-seed-\\d+\\.db|pipeline-target\\.db"
              + "|sqlite-[^/]+/(lib)?sqlitejdbc\\.\\w+|sqlite-[^/]+/"
              + Aside.NAME
              + "|"
              + RunFolder.NAME
              + "/[^/]*");

  @Override
  public String id() {
    return "pipeline";
  }

  @Override
  public String title() {
    return "Pipeline of three stages";
  }

  @Override
  public String summary() {
    return "Fetches rows from a database, transforms and saves them to another: three stages in"
        + " processes of their own, joined by a pipe and a queue; the slowest one sets the pace.";
  }

  @Override
  public boolean isChain() {
    return true;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFile(
            SOURCE,
            "Source",
            "A SQLite database with a table items(id, text); it is never changed. Leave it empty"
                + " for a generated one.",
            ENDINGS),
        new Parameter.TargetFolder(
            TO,
            "Save to",
            "The folder for the target, pipeline-target.db. Left empty, it goes to this program's"
                + " cache."),
        new Parameter.Whole(
            "rows",
            "Rows",
            "How many rows are generated. Left empty, it is chosen so that a run takes a few"
                + " seconds.",
            "",
            1,
            MOST_ROWS,
            OptionalLong.empty()),
        whole(
            "batch",
            "Rows in a batch",
            "So many rows are handed on at a time.",
            1,
            MOST_IN_BATCH,
            100),
        whole(
            "capacity",
            "Queue capacity",
            "At most so many batches wait to be saved; whoever has another one waits for room.",
            1,
            MOST_CAPACITY,
            8),
        whole(
            "work",
            "Work in a row",
            "How often the bits of a row's digest are mixed: how hard the middle stage is.",
            0,
            MOST_ROUNDS,
            20_000),
        Parameter.seed("The same seed generates the same rows."));
  }

  private static Parameter whole(
      String id, String label, String help, long min, long max, long standard) {
    return new Parameter.Whole(id, label, help, "", min, max, OptionalLong.of(standard));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        lesson(
            "lesson",
            "20,000 rows, hard to transform",
            "The middle stage is the bottleneck: fetch waits for room and save for rows, until"
                + " there are more workers for the middle.",
            Map.of("rows", "20000", "work", "20000"),
            2),
        lesson(
            "easy",
            "50,000 rows, easy to transform",
            "The databases are the bottleneck: more workers in the middle change nothing.",
            Map.of("rows", "50000", "work", "0"),
            2),
        lesson(
            "tight",
            "20,000 rows, a batch of room",
            "A queue with room for one batch keeps all stages in step; what one of them is late"
                + " with, all are.",
            Map.of("rows", "20000", "work", "2000", "capacity", "1"),
            2));
  }

  private static Preset lesson(
      String id, String title, String lesson, Map<String, String> settings, int workers) {
    return new Preset(id, title, lesson, settings, OptionalInt.of(workers), OptionalInt.empty());
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(
        new SampleSizing(
            Set.of(SOURCE, "rows"), new LinearSizing("rows", PROBE, 0, LEAST_CHOSEN, MOST_ROWS)));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("rows");
  }

  @Override
  public Optional<Pattern> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public Optional<Generator> generator() {
    return Optional.of(new Sources());
  }

  @Override
  public Prepared<RowSlice, SavedRows, PipelineResult> prepare(
      Settings settings, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    var library = library(preparation);
    var batch = (int) settings.whole("batch");
    var given = settings.file(SOURCE);
    Path file;
    SourceSurvey survey;
    String description;
    if (given.isPresent()) {
      file = given.get().toAbsolutePath();
      UsableFile.check(file, SOURCE, "SQLite database", "with a table \"items\"");
      survey = SourceSurvey.of(library, file, batch, SOURCE, preparation);
      description =
          Words.count(survey.rows(), "row", "rows") + " of " + Words.file(file.getFileName());
    } else {
      var rows = rows(settings);
      file = preparation.cacheFolder().toAbsolutePath().resolve(rows.fileName());
      survey = rows.keep(library, file, batch, preparation);
      description = rows.inWords();
    }
    return new PipelinePlan(
        new RowSource(library, file.toString(), (int) settings.whole("work"), batch, survey.rows()),
        survey,
        (int) settings.whole("capacity"),
        target(settings, file, preparation),
        description);
  }

  private static String library(Preparation preparation)
      throws InputException, InterruptedException {
    try {
      return Sqlite.unpack(preparation.cacheFolder());
    } catch (IOException e) {
      throw new InputException(
          null,
          "what reads databases cannot be written to %s (%s); make room there and make it writable"
              .formatted(Words.file(preparation.cacheFolder()), NumberFile.reason(e)));
    }
  }

  private static GeneratedRows rows(Settings settings) {
    return new GeneratedRows(
        settings.optionalWhole("rows").orElse(UNSIZED), settings.whole("seed"));
  }

  /** The file that rows are saved to. What was killed in its folder is deleted. */
  private static Path target(Settings settings, Path source, Preparation preparation)
      throws InputException {
    var folder = settings.file(TO).orElse(preparation.cacheFolder()).toAbsolutePath();
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
        throw refused(folder, "is no folder");
      }
      Files.createDirectories(folder);
      var target = folder.toRealPath().resolve(TARGET);
      if (target.equals(source.toRealPath())) {
        throw refused(folder, "holds the source under the name of the target");
      }
      if (!TargetDatabase.mayReplace(target)) {
        throw refused(folder, "holds a " + TARGET + " that this program did not make");
      }
      RunFolder.sweep(target.getParent());
      RunFolder.in(target.getParent()).close(); // whether it can be written, before it is needed
      return target;
    } catch (IOException e) {
      throw refused(folder, "cannot be written (" + NumberFile.reason(e) + ")");
    }
  }

  private static InputException refused(Path folder, String why) {
    return new InputException(
        TO, "%s: %s %s; give another folder".formatted(TO, Words.file(folder), why));
  }

  /** Makes databases with rows. */
  private record Sources() implements Generator {
    @Override
    public Set<String> parameters() {
      return Set.of("rows", "seed");
    }

    @Override
    public String generate(Settings settings, Path to, Preparation preparation)
        throws IOException, InterruptedException {
      var rows = rows(settings);
      rows.write(Sqlite.unpack(preparation.cacheFolder()), to, preparation);
      return rows.inWords() + ", in the table \"items\"";
    }
  }
}
