package speedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Every source file looks as google-java-format prints it, imports included. */
class FormattingTest {
  private static final String WRITE = "mvn test -Dtest=FormattingTest -Dspeedup.format=write";

  @Test
  void everySourceFileIsFormatted() throws IOException {
    var write = "write".equals(System.getProperty("speedup.format"));
    var different = new ArrayList<String>();
    for (var file : SourceFiles.all()) {
      var text = Files.readString(file);
      var formatted = format(file, text);
      if (!formatted.equals(text)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          different.add(SourceFiles.root().getParent().relativize(file).toString());
        }
      }
    }
    assertEquals(
        "",
        String.join("\n", different),
        "these files are not formatted; this command formats them: " + WRITE);
  }

  private static String format(Path file, String text) {
    try {
      return new Formatter().formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new AssertionError(file + " cannot be read by the formatter: " + e.getMessage(), e);
    }
  }
}
