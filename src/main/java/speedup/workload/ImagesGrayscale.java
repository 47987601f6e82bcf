package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes the pictures of a folder grey. */
public final class ImagesGrayscale implements Workload {
  private static final String FOLDER = "folder";
  private static final String TO = "to";
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg");
  private static final int MOST_COUNT = 10_000;
  private static final int LARGEST_EDGE = 8_000;

  /** How many pictures where no number was set and no probe was made. */
  private static final long UNSIZED = 12;

  private static final int PROBE = 2;
  private static final int LEAST_CHOSEN = 8;
  private static final int MOST_CHOSEN = 100;
  private static final long MOST_PIXELS = 5_000_000_000L;

  private static final Skipped.Why OTHERS =
      new Skipped.Why(
          "file is no PNG or JPEG by its name and was skipped",
          "files are no PNG or JPEG by their names and were skipped");

  private static final FolderFiles.Wanted WANTED =
      new FolderFiles.Wanted(
          ImagesGrayscale::isPicture, inner -> !OutputFolder.isOne(inner), OTHERS);

  /** As what makes them names them, and what a killed process left of them. */
  private static final Pattern KEPT =
      Pattern.compile(
          "pictures-\\d+-px-\\d+-seed-\\d+/(picture-\\d+\\.(png|jpg)|"
              + Aside.NAME
              + ")"
              + "|grey-[0-9a-f-]{36}/("
              + OutputFolder.MARK
              + "|(.*/)?([^/]+\\.(?i:png|jpe?g)|"
              + Aside.NAME
              + "))");

  @Override
  public String id() {
    return "images-grayscale";
  }

  @Override
  public String title() {
    return "Grey pictures";
  }

  @Override
  public String summary() {
    return "Makes the PNG and JPEG pictures of a folder grey: each is read, converted and written"
        + " alone, which is work enough for a process to pay off.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFolder(
            FOLDER,
            "Folder",
            "The folder with the pictures, with all folders in it; they are never changed. Leave it"
                + " empty for generated pictures."),
        new Parameter.TargetFolder(
            TO,
            "Grey pictures to",
            "An empty or new folder for the grey pictures. Left empty, they go to this program's"
                + " cache."),
        new Parameter.Whole(
            "count",
            "Pictures",
            "How many pictures are generated. Left empty, it is chosen so that a run takes a few"
                + " seconds.",
            "",
            1,
            MOST_COUNT,
            OptionalLong.empty()),
        new Parameter.Whole(
            "size",
            "Width",
            "How wide generated pictures are; they are three quarters as high.",
            "px",
            16,
            LARGEST_EDGE,
            OptionalLong.of(1_200)),
        Parameter.seed("The same seed generates the same pictures."));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "lesson",
            "16 pictures of one megapixel",
            "Each takes some tens of milliseconds: handing it over costs nothing beside that.",
            Map.of("count", "16", "size", "1200")),
        new Preset(
            "one-too-many",
            "5 pictures on 4 workers",
            "One worker makes two of them while the others look on: twice the time for a quarter"
                + " more work.",
            Map.of("count", "5", "size", "1600"),
            OptionalInt.of(4),
            OptionalInt.of(1)));
  }

  @Override
  public Optional<Sizing> sizing() {
    return Optional.of(
        new SampleSizing(
            Set.of(FOLDER, "count"),
            new LinearSizing("count", PROBE, 0, LEAST_CHOSEN, MOST_CHOSEN)));
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
    return Optional.of(new Pictures());
  }

  @Override
  public Prepared<PictureSlice, List<PictureResult>, GreyResult> prepare(
      Settings settings, Preparation preparation) throws InputException, InterruptedException {
    var given = settings.file(FOLDER);
    if (given.isEmpty()) {
      var pictures = pictures(settings);
      var kept = preparation.cacheFolder().resolve(pictures.folderName());
      SampleFolder.keep(kept, pictures, preparation);
      var folder = FolderFiles.realFolder(kept, FOLDER);
      return GreyPlan.of(
          new FolderFiles(folder, pictures.names(), List.of()),
          to(settings, folder, preparation),
          pictures.inWords());
    }
    var folder = FolderFiles.realFolder(given.get(), FOLDER);
    if (OutputFolder.isOne(folder)) {
      throw new InputException(
          FOLDER,
          "%s holds pictures that this program made grey; choose the folder with the originals"
              .formatted(Words.file(given.get())));
    }
    var to = to(settings, folder, preparation);
    var files =
        FolderFiles.of(folder, FOLDER, WANTED, preparation)
            .orFail(folder, FOLDER, "PNG or JPEG picture", "pictures");
    return GreyPlan.of(
        files,
        to,
        Words.count(files.names().size(), "picture", "pictures") + " in " + Words.file(folder));
  }

  private static boolean isPicture(Path file) {
    var name = file.getFileName().toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Where the grey pictures go: the same place for the same originals, or they would pile up. */
  private static Path to(Settings settings, Path folder, Preparation preparation)
      throws InputException, InterruptedException {
    var given = settings.file(TO);
    if (given.isPresent()) {
      return OutputFolder.take(given.get(), folder, TO);
    }
    var id = UUID.nameUUIDFromBytes(folder.toString().getBytes(UTF_8));
    return OutputFolder.take(preparation.cacheFolder().resolve("grey-" + id), folder, TO);
  }

  private static GeneratedPictures pictures(Settings settings) throws InputException {
    var count = settings.optionalWhole("count").orElse(UNSIZED);
    var size = settings.whole("size");
    if (count * size * size > MOST_PIXELS) {
      throw new InputException(
          "count",
          Words.say(
              "count: %,d pictures of %,d px would fill several GB; lower one of them",
              count, size));
    }
    return new GeneratedPictures((int) count, (int) size, settings.whole("seed"));
  }

  /** Makes folders of pictures. */
  private record Pictures() implements Generator {
    @Override
    public Set<String> parameters() {
      return Set.of("count", "size", "seed");
    }

    @Override
    public String generate(Settings settings, Path to, Preparation preparation)
        throws InputException, IOException, InterruptedException {
      var pictures = pictures(settings);
      SampleFolder.make(to, pictures, preparation);
      return pictures.inWords();
    }
  }
}
