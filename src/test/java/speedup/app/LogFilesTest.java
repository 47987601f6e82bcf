package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  private final Logger root = Logger.getLogger("");
  private final List<Handler> before = List.of(root.getHandlers());
  @TempDir Path folder;

  @AfterEach
  void asBefore() {
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    before.forEach(root::addHandler);
  }

  private static void log(String words, Throwable thrown) {
    System.getLogger("speedup.test").log(System.Logger.Level.ERROR, words, thrown);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("logs/speedup-0-0.log"));
  }

  @Test
  void notesWhatIsSaidAndThrownAndOnlyForTheUser() throws IOException {
    try (var files = LogFiles.open(folder.resolve("logs"))) {
      assertTrue(files != null);
      log("the grüne thing broke", new IllegalStateException("on purpose"));
      assertEquals(
          PosixFilePermissions.fromString("rwx------"),
          Files.getPosixFilePermissions(folder.resolve("logs")));
      assertEquals(1, root.getHandlers().length, "none is left that prints");
    }
    var text = text();
    assertTrue(text.contains("SEVERE [main] speedup.test: the grüne thing broke"), text);
    assertTrue(text.contains("IllegalStateException: on purpose"), text);
    assertTrue(text.contains("at speedup.app.LogFilesTest"), text);
  }

  @Test
  void keepsFiveFilesOfALimitedSize() throws IOException {
    try (var files = LogFiles.open(folder.resolve("logs"), 2_000)) {
      assertTrue(files != null);
      for (var i = 0; i < 500; i++) {
        log("line " + i + " of many, to fill the files", null);
      }
    }
    try (var all = Files.list(folder.resolve("logs"))) {
      var sizes = all.map(file -> file.toFile().length()).toList();
      assertEquals(5, sizes.size());
      assertTrue(sizes.stream().allMatch(size -> size < 2_200), sizes::toString);
    }
    assertTrue(text().contains("line 499 "), "the newest is in the first file");
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndChangesNothing() throws IOException {
    Files.writeString(folder.resolve("logs"), "a file");

    assertThrows(IOException.class, () -> LogFiles.open(folder.resolve("logs")));
    assertEquals(before, List.of(root.getHandlers()));
  }
}
