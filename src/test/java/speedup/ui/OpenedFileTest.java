package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenedFileTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource({
    "numbers.txt, 17, primes-file",
    "numbers.csv, 17, primes-file",
    "poem.txt, two roads, keyword-search",
    "empty.txt, '', keyword-search",
    "people.csv, name;age, filter-aggregate",
    "people.tsv, 17, filter-aggregate",
    "photo.JPG, x, images-grayscale",
    "items.sqlite, x, pipeline"
  })
  void findsTheWorkload(String name, String text, String workload) throws IOException {
    assertEquals(Optional.of(workload), OpenedFile.of(file(name, text)).orElseThrow().workload());
  }

  @ParameterizedTest
  @CsvSource({"a.speedup, HISTORY", "a.json, HISTORY", "A.java, MY_CODE", "a.jar, MY_CODE"})
  void findsTheView(String name, String view) throws IOException {
    var file = file(name, "x");
    var opened = OpenedFile.of(file).orElseThrow();

    assertEquals(view, opened.view().name());
    assertEquals(file, opened.input());
  }

  @Test
  void givesTheFolderWhereAWorkloadReadsFolders() throws IOException {
    assertEquals(
        folder.toAbsolutePath(), OpenedFile.of(file("photo.png", "")).orElseThrow().input());
    assertEquals(folder, OpenedFile.of(folder).orElseThrow().input());
  }

  @Test
  void hasNoUseForOthers() throws IOException {
    assertEquals(Optional.empty(), OpenedFile.of(file("film.mp4", "")));
    assertEquals(Optional.empty(), OpenedFile.of(file("nothing", "")));
    assertEquals(Optional.empty(), OpenedFile.of(folder.resolve("gone.txt")));
  }
}
