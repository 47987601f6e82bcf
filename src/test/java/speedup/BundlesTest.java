package speedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in every language, with the same places to fill. */
class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,number[^{}]*)?");

  private static final Pattern WORD = Pattern.compile("(?<!\\S)\\p{L}{3,}");

  /** English words of workloads stand in their classes. */
  private static final Path IN_CLASSES = Path.of("workload", "words.properties");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(file -> !file.toString().endsWith("_de.properties"))
          .filter(file -> !file.endsWith(IN_CLASSES))
          .sorted()
          .toList();
    }
  }

  private static Properties read(Path file) throws IOException {
    var once =
        new Properties() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Object put(Object key, Object value) {
            assertFalse(containsKey(key), () -> file + " has " + key + " twice");
            return super.put(key, value);
          }
        };
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      once.load(in);
    }
    return once;
  }

  private static Path german(Path file) {
    return Path.of(file.toString().replace(".properties", "_de.properties"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void speakGermanAsWell(Path file) throws IOException {
    var english = read(file);
    var german = read(german(file));

    assertFalse(english.isEmpty());
    assertEquals(new TreeMap<>(english).keySet(), new TreeMap<>(german).keySet());
    for (var key : english.stringPropertyNames()) {
      assertEquals(
          places(english.getProperty(key)), places(german.getProperty(key)), file + ": " + key);
      assertFalse(german.getProperty(key).isBlank() && !english.getProperty(key).isBlank(), key);
    }
  }

  /** What is filled in, in order of the numbers. */
  private static List<String> places(String text) {
    var places = new ArrayList<String>();
    var matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places.stream().distinct().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void areNotEnglishInDisguise(Path file) throws IOException {
    var english = read(file);
    var german = read(german(file));
    var sentences =
        english.stringPropertyNames().stream()
            .filter(key -> WORD.matcher(english.getProperty(key)).results().count() > 4)
            .toList();

    assertTrue(
        sentences.stream()
            .noneMatch(key -> english.getProperty(key).equals(german.getProperty(key))),
        () -> file + " has sentences that nobody translated");
  }

  /** Files whose every value goes through a format. */
  @ParameterizedTest
  @MethodSource("bundles")
  void haveFormatsThatCanBeRead(Path file) throws IOException {
    if (file.toString().matches(".*(messages|verdict|report|plot|stage)\\.properties")) {
      for (var one : List.of(file, german(file))) {
        for (var text : read(one).values()) {
          var format = new MessageFormat(text.toString(), Locale.GERMAN);
          assertTrue(format.getFormats().length <= 12, text.toString());
        }
      }
    } else {
      assertFalse(read(file).isEmpty());
    }
  }
}
