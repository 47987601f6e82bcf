package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedNumbersTest {
  private static final NumberFile.Limits LIMITS = new NumberFile.Limits(50_000_000, 1_000_000);
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir Path folder;

  @Test
  void areTheSameForTheSameSeedAndOthersForAnother() throws Exception {
    var first = text(new GeneratedNumbers(1_000, 42, 500));
    Files.delete(folder.resolve(new GeneratedNumbers(1_000, 42, 500).fileName()));
    assertEquals(first, text(new GeneratedNumbers(1_000, 42, 500)));
    assertNotEquals(first, text(new GeneratedNumbers(1_000, 43, 500)));
  }

  @Test
  void lieBetweenOneAndTheLargest() throws Exception {
    var numbers = read(new GeneratedNumbers(20_000, 1, 6)).numbers();
    var seen = new int[7];
    for (var i = 0; i < numbers.size(); i++) {
      seen[(int) numbers.get(i)]++;
    }
    assertEquals(0, seen[0]);
    for (var i = 1; i <= 6; i++) {
      assertTrue(seen[i] > 3_000 && seen[i] < 3_700, "uneven: " + seen[i]);
    }
  }

  @Test
  void areWrittenOnceAndThenReused() throws Exception {
    var generated = new GeneratedNumbers(1_000, 42, 500);
    var file = folder.resolve(generated.fileName());
    read(generated);
    Files.setLastModifiedTime(file, LONG_AGO);
    assertEquals(1_000, read(generated).numbers().size());
    assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void areMadeAgainWhenSomebodyChangedTheFile() throws Exception {
    var generated = new GeneratedNumbers(1_000, 42, 500);
    var file = folder.resolve(generated.fileName());
    var original = text(generated);
    for (var changed :
        List.of("", "oops\n", "1\n", original.substring(5), "1\n".repeat(1_000), original + "7")) {
      Files.writeString(file, changed);
      assertEquals(original, text(generated));
    }
  }

  @Test
  void belongToTheirOwnerAlone() throws Exception {
    var generated = new GeneratedNumbers(10, 42, 500);
    read(generated);
    var file = folder.resolve(generated.fileName());
    Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void leaveNothingBehindWhenInterrupted() throws Exception {
    var generated = new GeneratedNumbers(1_000_000, 42, 500);
    assertThrows(
        InterruptedException.class,
        () ->
            generated.read(
                LIMITS,
                new Preparation() {
                  @Override
                  public Path cacheFolder() {
                    return folder;
                  }

                  @Override
                  public void progress(double fraction, String detail) {
                    if (fraction > 0.3) {
                      Thread.currentThread().interrupt();
                    }
                  }
                }));
    assertEquals(List.of(), files());
  }

  @Test
  void sayWhatToDoWhenTheFolderCannotBeWritten() throws Exception {
    var blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    var failure =
        assertThrows(
            InputException.class,
            () ->
                new GeneratedNumbers(10, 42, 500)
                    .read(LIMITS, InProcess.in(blocked.resolve("cache"))));
    assertTrue(failure.parameter().isEmpty());
    assertTrue(failure.getMessage().contains("cannot be written to"), failure.getMessage());
    assertTrue(failure.getMessage().contains("make it writable"), failure.getMessage());
  }

  private NumberFile read(GeneratedNumbers generated) throws Exception {
    return generated.read(LIMITS, InProcess.in(folder));
  }

  private String text(GeneratedNumbers generated) throws Exception {
    read(generated);
    return Files.readString(folder.resolve(generated.fileName()));
  }

  private List<Path> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
