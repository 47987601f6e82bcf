package speedup.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class RegionNameTest {
  private static final int KIND = 78;
  private static final long SIZE = 100;
  private static final String NAME = "name-" + ProcessHandle.current().pid();

  /** One that ran until a moment ago, or never. */
  private static long deadProcess() {
    return ProcessId.of(ProcessId.pid(ProcessId.self()), 1);
  }

  private static void refuses(SharedRegion region) {
    assertThrows(
        NoSuchFileException.class, () -> SharedRegion.attach(region.path(), region.size(), KIND));
  }

  @Test
  void whoDiedWhileItEnteredOrLeftHangsNobody() throws Exception {
    var made = SharedRegion.create(KIND, SIZE, NAME);
    try (var whole = Region.attach(made.path(), made.size())) {
      Words.setLong(whole.memory(), SharedHeader.GUARD_AT, deadProcess());
      try (var other = SharedRegion.attach(SharedRegion.find(NAME), made.size(), KIND)) {
        assertEquals(NAME, other.name());
        Words.setLong(whole.memory(), SharedHeader.GUARD_AT, deadProcess());
        made.close();
        assertTrue(Files.exists(made.path()), "the other has it");
      }
    }
    assertFalse(Files.exists(made.path()));
    assertThrows(NoSuchFileException.class, () -> SharedRegion.find(NAME));
  }

  @Test
  void whatOnlyTheDeadUseIsGoneForThoseWhoComeAndItsNameIsFree() throws Exception {
    var made = SharedRegion.create(KIND, SIZE, NAME);
    try (var whole = Region.attach(made.path(), made.size())) {
      Words.setLong(whole.memory(), SharedHeader.USERS_AT, deadProcess());
      refuses(made);
      // the one that found it unused died before it had removed the name
      Words.setInt(whole.memory(), SharedHeader.GONE_AT, 1);
      Words.setLong(whole.memory(), SharedHeader.USERS_AT, ProcessId.self());
      refuses(made);
      Words.setLong(whole.memory(), SharedHeader.USERS_AT, deadProcess());
      try (var next = SharedRegion.create(KIND, SIZE, NAME)) {
        assertFalse(Files.exists(made.path()));
        assertEquals(next.path(), SharedRegion.find(NAME));
        made.close();
        assertEquals(next.path(), SharedRegion.find(NAME));
      }
    }
  }

  @Test
  void aNameThatIsTakenLeavesNothingOfTheOther() throws Exception {
    try (var made = SharedRegion.create(KIND, SIZE, NAME)) {
      var before = Region.files();
      assertThrows(FileAlreadyExistsException.class, () -> SharedRegion.create(KIND, SIZE, NAME));
      assertTrue(before.containsAll(mine()), "of this process");
      assertEquals(made.path(), SharedRegion.find(NAME));
    }
  }

  private static List<Path> mine() throws IOException {
    return RegionFiles.madeBy(Set.of(ProcessHandle.current().pid()));
  }

  @Test
  void oneWithoutANameHasNone() throws Exception {
    try (var region = SharedRegion.create(KIND, SIZE)) {
      assertEquals("", region.name());
    }
  }

  @Test
  void aFileInPlaceOfTheLinkIsTold() throws Exception {
    try (var made = SharedRegion.create(KIND, SIZE, NAME)) {
      var link = made.path().resolveSibling("name-%d-%s".formatted(Creator.ownSpace(), NAME + "x"));
      Files.createFile(link);
      try {
        var error = assertThrows(IOException.class, () -> SharedRegion.find(NAME + "x"));
        assertTrue(error.getMessage().contains("delete it"), error.getMessage());
      } finally {
        Files.delete(link);
      }
    }
  }
}
