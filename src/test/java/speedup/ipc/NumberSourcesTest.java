package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of shared numbers differ in nothing but their type: each is what a template says. */
class NumberSourcesTest {
  private static final String WRITE = "mvn test -Dtest=NumberSourcesTest -Dspeedup.format=write";
  private static final Path MAIN = Path.of(System.getProperty("basedir", ""), "src", "main");
  private static final Path TEMPLATES = MAIN.resolve("templates");
  private static final Path CLASSES = MAIN.resolve(Path.of("java", "speedup", "ipc"));

  /** What a type puts in place of the names between dollars. */
  private static Map<String, String> words(NumberType type) {
    var small = type.size() < Integer.BYTES;
    var floating = type == NumberType.FLOAT || type == NumberType.DOUBLE;
    var widest = floating ? "Double" : type == NumberType.LONG ? "Long" : "Int";
    var narrowed = small || type == NumberType.FLOAT;
    var words = new LinkedHashMap<String, String>();
    words.put("A", type == NumberType.INT ? "An" : "A");
    words.put("type", type.toString());
    words.put("TYPE", type.name());
    words.put("Name", name(type));
    words.put(
        "Box",
        switch (type) {
          case CHAR -> "Character";
          case INT -> "Integer";
          default -> name(type);
        });
    words.put("Op", widest + "UnaryOperator");
    words.put("apply", "applyAs" + widest);
    words.put("open", small ? "(%s) (".formatted(type) : "");
    words.put("close", small ? ")" : "");
    words.put("cast", narrowed ? "(%s) ".formatted(type) : "");
    words.put("narrowed", narrowed ? "; cut to a {@code %s}".formatted(type) : "");
    words.put("overflow", floating ? "" : "; wraps around at the ends");
    words.put("bitwise", floating ? ", bit by bit: 0.0 and -0.0 differ" : "");
    return words;
  }

  private static String name(NumberType type) {
    return type.name().charAt(0) + type.toString().substring(1);
  }

  private static void check(String template, NumberType type, String suffix)
      throws IOException, FormatterException {
    var text = Files.readString(TEMPLATES.resolve(template));
    for (var word : words(type).entrySet()) {
      text = text.replace("$" + word.getKey() + "$", word.getValue());
    }
    var expected = new Formatter().formatSourceAndFixImports(text);
    var file = CLASSES.resolve("Shared" + name(type) + suffix + ".java");
    if ("write".equals(System.getProperty("speedup.format"))) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file), "this command writes it: " + WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreWrittenFromTheirTemplate(NumberType type) throws Exception {
    check("SharedValue.txt", type, "");
  }

  @ParameterizedTest
  @EnumSource
  void arraysAreWrittenFromTheirTemplate(NumberType type) throws Exception {
    check("SharedArray.txt", type, "Array");
  }
}
