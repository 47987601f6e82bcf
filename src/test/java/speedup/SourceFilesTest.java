package speedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFilesTest {
  private static final int MOST_LINES = 400;

  @Test
  void noSourceFileIsTooLong() throws IOException {
    var tooLong =
        SourceFiles.all().stream()
            .filter(file -> lines(file) > MOST_LINES)
            .map(file -> "%s: %d lines".formatted(file.getFileName(), lines(file)))
            .toList();

    assertEquals(List.of(), tooLong, "a file has one job; split those past " + MOST_LINES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    var silent =
        SourceFiles.all().stream()
            .filter(file -> file.startsWith(SourceFiles.root().resolve("main")))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
            .toList();

    assertEquals(List.of(), silent, "these folders need a package-info.java");
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
