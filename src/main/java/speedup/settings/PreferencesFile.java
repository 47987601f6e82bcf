package speedup.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Keeps preferences as JSON in a file of this machine that only its user can read. Written whole or
 * not at all. A value that is not right has its default, and the person is told. For one thread; of
 * two programs, the one that writes last is kept.
 */
public final class PreferencesFile {
  private static final String NAME = "settings.json";
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int DEEPEST = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .build();

  private final Path folder;

  /**
   * Reads and writes nothing yet.
   *
   * @param folder the person's folder for settings; made when something is kept
   */
  public PreferencesFile(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path path() {
    return folder.resolve(NAME);
  }

  /**
   * What there is.
   *
   * @param preferences with defaults for what could not be used
   * @param notice a sentence for the person when something could not be used
   */
  public record Loaded(Preferences preferences, Optional<String> notice) {}

  /** Reads. A file that is damaged, or of a newer version, is set aside and never written over. */
  public Loaded load() {
    byte[] bytes;
    try (var in = Files.newInputStream(path())) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      return new Loaded(Preferences.DEFAULTS, Optional.empty());
    } catch (IOException e) {
      return defaults(
          "The settings cannot be read (%s). The program has its own for now.".formatted(e));
    }
    try {
      return parse(bytes);
    } catch (DamagedException e) {
      return setAside(e.getMessage());
    }
  }

  private static Loaded defaults(String notice) {
    return new Loaded(Preferences.DEFAULTS, Optional.of(notice));
  }

  /** The file as a whole is of no use; says why. */
  private static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
      super(message);
    }
  }

  private Loaded setAside(String why) {
    try {
      for (var number = 1; ; number++) {
        var aside = folder.resolve("settings-damaged-%d.json".formatted(number));
        if (Files.notExists(aside)) {
          Files.move(path(), aside);
          return defaults(
              "The settings could not be read (%s). The file is kept as %s, and the program has its own settings again."
                  .formatted(why, aside));
        }
      }
    } catch (IOException e) {
      return defaults(
          "The settings in %s could not be read (%s). The program has its own for now."
              .formatted(path(), why));
    }
  }

  private static Loaded parse(byte[] bytes) throws DamagedException {
    if (bytes.length > MOST_BYTES) {
      throw new DamagedException("it has more than %,d bytes".formatted(MOST_BYTES));
    }
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new DamagedException(
          place == null ? "it is no JSON" : "it is no JSON in line " + place.getLineNr());
    } catch (IOException e) {
      throw new DamagedException(e.getMessage());
    }
    if (!root.isObject() || !root.path("version").isInt()) {
      throw new DamagedException("it is no file of settings");
    }
    if (root.path("version").asInt() != VERSION) {
      throw new DamagedException("it is of another version of this program");
    }
    return new Reading(root).preferences();
  }

  /** Takes value after value, and the default where one is not right. */
  private static final class Reading {
    private final JsonNode root;
    private final List<String> wrong = new ArrayList<>();

    Reading(JsonNode root) {
      this.root = root;
    }

    Loaded preferences() {
      var appearance =
          new Appearance(
              choice("look", Look.values(), Look.SYSTEM),
              value("scale", node -> new Appearance(Look.SYSTEM, number(node), Language.SYSTEM))
                  .map(Appearance::scale)
                  .orElse(Appearance.DEFAULTS.scale()),
              choice("language", Language.values(), Language.SYSTEM));
      var work =
          new Work(
              value("workers", node -> work(OptionalInt.of(number(node)), List.of()).workers())
                  .orElse(OptionalInt.empty()),
              value("python", PreferencesFile::path),
              value("workerOptions", node -> work(OptionalInt.empty(), texts(node)).workerOptions())
                  .orElse(List.of()));
      var places =
          new Places(
              value("cacheFolder", PreferencesFile::path),
              value("dataFolder", PreferencesFile::path));
      var preferences =
          new Preferences(
              appearance,
              work,
              places,
              root.path("checked").asBoolean(false),
              value("window", PreferencesFile::window));
      return new Loaded(
          preferences,
          wrong.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "These settings are not right and have their usual values: "
                      + String.join("; ", wrong)
                      + "."));
    }

    private <T> Optional<T> value(String name, Function<JsonNode, T> reader) {
      var node = root.path(name);
      if (node.isMissingNode() || node.isNull()) {
        return Optional.empty();
      }
      try {
        return Optional.of(reader.apply(node));
      } catch (IllegalArgumentException e) {
        var why = e.getMessage();
        wrong.add(why.startsWith(name) ? why : name + ": " + why);
        return Optional.empty();
      }
    }

    private <E extends Enum<E>> E choice(String name, E[] values, E otherwise) {
      return value(
              name,
              node -> {
                for (var value : values) {
                  if (word(value).equals(node.asText())) {
                    return value;
                  }
                }
                throw new IllegalArgumentException(name + " has no value " + node);
              })
          .orElse(otherwise);
    }
  }

  private static Work work(OptionalInt workers, List<String> options) {
    return new Work(workers, Optional.empty(), options);
  }

  private static int number(JsonNode node) {
    if (!node.isInt()) {
      throw new IllegalArgumentException("a whole number is wanted, not " + node);
    }
    return node.asInt();
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("a text is wanted, not " + node);
    }
    return node.asText();
  }

  private static String path(JsonNode node) {
    return new Places(Optional.of(text(node)), Optional.empty()).cache().orElseThrow();
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    node.forEach(one -> texts.add(text(one)));
    return texts;
  }

  private static WindowPlace window(JsonNode node) {
    return new WindowPlace(
        node.path("x").asDouble(Double.NaN),
        node.path("y").asDouble(Double.NaN),
        node.path("width").asDouble(Double.NaN),
        node.path("height").asDouble(Double.NaN),
        node.path("maximised").asBoolean(false),
        node.path("view").asText(""));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes sure that the file can be written, without writing it.
   *
   * @throws IOException when that is not possible
   */
  public void probe() throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, "settings", ".tmp"));
  }

  /**
   * Writes.
   *
   * @throws IOException when that is not possible; the file is then as it was before
   */
  public void save(Preferences preferences) throws IOException {
    Files.createDirectories(folder);
    // made readable for its owner only
    var next = Files.createTempFile(folder, "settings", ".tmp");
    try {
      var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(preferences)) + "\n";
      Files.write(next, text.getBytes(StandardCharsets.UTF_8));
      try {
        Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        // some network drives; what takes the old file's place is complete there too
        Files.move(next, path(), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static ObjectNode tree(Preferences preferences) {
    var tree = JSON.createObjectNode().put("version", VERSION);
    var appearance = preferences.appearance();
    tree.put("look", word(appearance.look()));
    tree.put("scale", appearance.scale());
    tree.put("language", word(appearance.language()));
    var work = preferences.work();
    work.workers().ifPresent(workers -> tree.put("workers", workers));
    work.python().ifPresent(path -> tree.put("python", path));
    work.workerOptions().forEach(tree.withArray("/workerOptions")::add);
    Map.of("cacheFolder", preferences.places().cache(), "dataFolder", preferences.places().data())
        .forEach((name, path) -> path.ifPresent(text -> tree.put(name, text)));
    tree.put("checked", preferences.checked());
    preferences
        .window()
        .ifPresent(place ->
            tree.putObject("window")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised())
                .put("view", place.view()));
    return tree;
  }
}
