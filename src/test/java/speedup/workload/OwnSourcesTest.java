package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnSourcesTest {
  @TempDir Path folder;

  private List<String> names(Path in) throws Exception {
    try (var files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aTextIsReadAsItWasWritten() throws Exception {
    var file = folder.resolve("Task.java");
    OwnSources.write(file, "class Ä {}\r\n");
    assertEquals("class Ä {}\r\n", OwnSources.read(file));
    assertEquals(List.of("Task.java"), names(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsPermissionsAndLinksAndMakesNewFilesPrivate() throws Exception {
    var file = Files.writeString(folder.resolve("Task.java"), "class A {}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var link = Files.createSymbolicLink(folder.resolve("Link.java"), file);
    OwnSources.write(link, "class B {}");

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("class B {}", Files.readString(file));
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    var fresh = folder.resolve("New.java");
    OwnSources.write(fresh, "class C {}");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)));
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws Exception {
    var failure = assertThrows(InputException.class, () -> OwnSources.write(folder, "class A {}"));
    assertTrue(failure.getMessage().contains("cannot be written"), failure.getMessage());
    assertEquals(List.of(), names(folder));
  }

  @Test
  void keepsTheLastCopiesOfRuns() throws Exception {
    var first = OwnSources.copyForRun(folder, "Task.java", "class A0 {}");
    assertEquals(first, OwnSources.copyForRun(folder, "Task.java", "class A0 {}"));
    Files.setLastModifiedTime(first.getParent(), java.nio.file.attribute.FileTime.fromMillis(0));
    Path last = first;
    for (var number = 1; number <= 50; number++) {
      last = OwnSources.copyForRun(folder, "Task.java", "class A%d {}".formatted(number));
    }
    assertEquals(50, names(folder.resolve("my-code")).size());
    assertFalse(Files.exists(first));
    assertEquals("class A50 {}", Files.readString(last));
  }
}
