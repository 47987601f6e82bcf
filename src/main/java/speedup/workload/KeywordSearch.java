package speedup.workload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds a keyword in the text files of a folder. */
public final class KeywordSearch implements Workload {
  private static final String FOLDER = "folder";
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String IGNORE = "ignore";
  private static final String MATCH = "match";
  private static final int LONGEST_KEYWORD = 1_000;
  private static final int FILES = 100;

  /** The size of a text where none was set and no probe was made. */
  private static final long UNSIZED = 100;

  private static final long PROBE_SIZE = 20;
  private static final long LARGEST_CHOSEN = 3_000;
  private static final long LARGEST = 1_000_000;
  private static final long MOST_KILOBYTES = 4_000_000;

  /** As what makes them names them, and what a killed process left of them. */
  private static final Pattern KEPT =
      Pattern.compile("texts-\\d+-kb-\\d+-seed-\\d+/(text-\\d+\\.txt|" + Aside.NAME + ")");

  @Override
  public String id() {
    return "keyword-search";
  }

  @Override
  public String title() {
    return "Keyword search";
  }

  @Override
  public String summary() {
    return "Finds a keyword in a folder of text files: each file is searched alone, so the files"
        + " can be shared out among processes.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFolder(
            FOLDER,
            "Folder",
            "The folder whose text files are searched, with all folders in it. Leave it empty for"
                + " generated texts."),
        new Parameter.Text(
            "keyword",
            "Keyword",
            "What to look for in every line.",
            GeneratedTexts.KEYWORD,
            LONGEST_KEYWORD),
        new Parameter.Choice(
            "case",
            "Capital letters",
            "Whether small and capital letters are the same or have to match.",
            List.of(MATCH, IGNORE),
            MATCH),
        new Parameter.Choice(
            "whole-word",
            "Whole words",
            "Whether matches inside of longer words are left out.",
            List.of(NO, YES),
            NO),
        new Parameter.Choice(
            "regex",
            "Regular expression",
            "Whether the keyword is a regular expression of Java, held against every line.",
            List.of(NO, YES),
            NO),
        new Parameter.Whole(
            "files",
            "Texts",
            "How many texts are generated.",
            "",
            1,
            10_000,
            OptionalLong.of(FILES)),
        new Parameter.Whole(
            "size",
            "Size of a text",
            "How large each generated text is. Left empty, it is chosen so that a run takes a few"
                + " seconds, but not above 3,000 KB.",
            "KB",
            1,
            LARGEST,
            OptionalLong.empty()),
        Parameter.seed("The same seed generates the same texts."));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "A regular expression in 100 texts",
            "No character is in every match, so that every line is decoded and held against the"
                + " expression: real work for each file, and processes pay off.",
            Map.of(
                "keyword", "[Nn][Ee]+[Dd][Ll][Ee]", "regex", YES, "files", "100", "size", "500")),
        new Preset(
            "one-file",
            "All text in one file",
            "A file is a task: with a single one only one worker has something to do.",
            Map.of("keyword", "[Nn][Ee]+[Dd][Ll][Ee]", "regex", YES, "files", "1", "size", "50000"),
            OptionalInt.empty(),
            OptionalInt.of(1)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(
        new SampleSizing(
            Set.of(FOLDER, "files", "size"),
            new LinearSizing("size", PROBE_SIZE, 0, PROBE_SIZE, LARGEST_CHOSEN)));
  }

  @Override
  public Optional<String> sizeParameter() {
    return Optional.of("files");
  }

  @Override
  public Optional<Pattern> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public Optional<Generator> generator() {
    return Optional.of(new Texts());
  }

  @Override
  public Prepared<FolderSlice, List<FileMatches>, SearchResult> prepare(
      Settings settings, Preparation preparation) throws InputException, InterruptedException {
    var folder = settings.file(FOLDER);
    // before minutes are spent on a large folder
    task(settings, 1).check();
    if (folder.isEmpty()) {
      var texts = texts(settings);
      var kept = preparation.cacheFolder().resolve(texts.folderName()).toAbsolutePath();
      SampleFolder.keep(kept, texts, preparation);
      return new KeywordPlan(
          new FolderFiles(kept, texts.names(), List.of()),
          task(settings, texts.count()),
          texts.inWords());
    }
    var files =
        FolderFiles.of(
                FolderFiles.realFolder(folder.get(), FOLDER),
                FOLDER,
                FolderFiles.Wanted.ALL,
                preparation)
            .orFail(folder.get(), FOLDER, "file to search", "text files");
    return new KeywordPlan(
        files,
        task(settings, files.names().size()),
        Words.count(files.names().size(), "file", "files") + " in " + Words.file(files.folder()));
  }

  private static KeywordTask task(Settings settings, int files) {
    return new KeywordTask(
        settings.text("keyword"),
        settings.text("case").equals(IGNORE),
        settings.text("whole-word").equals(YES),
        settings.text("regex").equals(YES),
        SearchResult.mostKept(files));
  }

  private static GeneratedTexts texts(Settings settings) throws InputException {
    var count = settings.whole("files");
    var size = settings.optionalWhole("size").orElse(UNSIZED);
    if (count * size > MOST_KILOBYTES) {
      throw new InputException(
          "size",
          Words.say(
              "size: %,d texts of %,d KB would be more than %,d MB; lower one of them",
              count, size, MOST_KILOBYTES / 1_000));
    }
    return new GeneratedTexts((int) count, size, settings.whole("seed"));
  }

  /** Makes folders of texts. */
  private record Texts() implements Generator {
    @Override
    public Set<String> parameters() {
      return Set.of("files", "size", "seed");
    }

    @Override
    public String generate(Settings settings, Path to, Preparation preparation)
        throws InputException, java.io.IOException, InterruptedException {
      var texts = texts(settings);
      SampleFolder.make(to, texts, preparation);
      return texts.inWords();
    }
  }
}
