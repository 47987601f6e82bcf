package speedup.concept.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A properties file in UTF-8 that people write by hand: what is missing, too long, given twice or
 * not known is an error that names the file and the entry. Not thread-safe.
 */
final class DataFile {
  /** More than a long lesson needs, and little enough to be read at once. */
  static final int MOST_BYTES = 256 * 1024;

  private final String name;
  private final Map<String, String> entries;
  private final Set<String> asked = new HashSet<>();

  private DataFile(String name, Map<String, String> entries) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * Reads a file of this program, in the language of the default locale where there is one.
   *
   * @param name without the ending
   */
  static DataFile resource(String name) {
    var own = "%s_%s.properties".formatted(name, Locale.getDefault().getLanguage());
    var file = exists(own) ? own : name + ".properties";
    return read(file, bytes(file));
  }

  private static boolean exists(String name) {
    return DataFile.class.getResource("/speedup/concept/" + name) != null;
  }

  /** The lines of a file of this program, such as a list of names. */
  static Collection<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream("/speedup/concept/" + name)) {
      if (in == null) {
        throw new LessonDataException("there is no " + name);
      }
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new LessonDataException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * Reads bytes.
   *
   * @param name for errors
   */
  static DataFile read(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new LessonDataException("%s is longer than %,d bytes".formatted(name, MOST_BYTES));
    }
    var properties = new OnceOnly(name);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      properties.load(new StringReader(text));
    } catch (CharacterCodingException e) {
      throw new LessonDataException("%s is not written in UTF-8".formatted(name), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new LessonDataException("%s: %s".formatted(name, e.getMessage()), e);
    }
    var entries = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
    return new DataFile(name, entries);
  }

  /** Entries that are given twice are a slip of the pen, which the usual ones would hide. */
  private static final class OnceOnly extends Properties {
    private static final long serialVersionUID = 1;

    private final String name;

    OnceOnly(String name) {
      this.name = name;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new LessonDataException("%s has \"%s\" twice".formatted(name, key));
      }
      return super.put(key, value);
    }
  }

  /** A text that has to be there. */
  String text(String key, int most) {
    return optional(key, most)
        .orElseThrow(() -> new LessonDataException("%s has no \"%s\"".formatted(name, key)));
  }

  /** A text that may be left out, but is not empty. */
  Optional<String> optional(String key, int most) {
    asked.add(key);
    var text = Optional.ofNullable(entries.get(key)).map(String::strip);
    text.ifPresent(words -> {
      if (words.isEmpty() || words.length() > most) {
        throw wrong(key, "has 1 to %,d characters".formatted(most), words);
      }
    });
    return text;
  }

  /** A whole number that has to be there. */
  int number(String key, int least, int most) {
    return optionalNumber(key, least, most)
        .orElseThrow(() -> new LessonDataException("%s has no \"%s\"".formatted(name, key)));
  }

  /** A whole number that may be left out. */
  OptionalInt optionalNumber(String key, int least, int most) {
    var text = optional(key, 20);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      var number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      throw wrong(key, "is a whole number", text.get());
    }
    throw wrong(key, "is a number from %d to %d".formatted(least, most), text.get());
  }

  /** What begins with a prefix: the rest of the key, and the text. */
  Map<String, String> under(String prefix, int most) {
    var found = new TreeMap<String, String>();
    for (var key : entries.keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), text(key, most));
      }
    }
    return found;
  }

  /** Whether there is such an entry. */
  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Whether any entry begins with a prefix. */
  boolean hasUnder(String prefix) {
    return entries.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /** An error about a value. */
  LessonDataException wrong(String key, String rule, String value) {
    return new LessonDataException("%s: \"%s\" %s: \"%s\"".formatted(name, key, rule, value));
  }

  /** An error about the file as a whole. */
  LessonDataException wrong(String rule) {
    return new LessonDataException(name + " " + rule);
  }

  /** Everything has been read: what nobody asked for is misspelt. */
  void finish() {
    for (var key : entries.keySet()) {
      if (!asked.contains(key)) {
        throw new LessonDataException("%s: nothing is called \"%s\"".formatted(name, key));
      }
    }
  }
}
