package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void realPlace() throws Exception {
    folder = temp.toRealPath();
  }

  private FolderFiles files(FolderFiles.Wanted wanted) throws Exception {
    return FolderFiles.of(folder, "folder", wanted, InProcess.in(folder));
  }

  private void write(String name) throws Exception {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  @Test
  void areSortedWithThoseOfAllFoldersInside() throws Exception {
    for (var name : List.of("b.txt", "a/z.txt", "a.txt", "a/b/c/d.txt", "ü.txt")) {
      write(name);
    }
    var files = files(FolderFiles.Wanted.ALL);
    assertEquals(List.of("a.txt", "a/b/c/d.txt", "a/z.txt", "b.txt", "ü.txt"), files.names());
    assertEquals(List.of(), files.notes());
  }

  @Test
  void leaveOutWhatIsHiddenAndTellIt() throws Exception {
    write("seen.txt");
    write(".git/config");
    write("in/.hidden");
    var files = files(FolderFiles.Wanted.ALL);
    assertEquals(List.of("seen.txt"), files.names());
    assertEquals(1, files.notes().size());
    var note = files.notes().getFirst();
    assertTrue(note.startsWith("2 hidden files or folders were skipped: "), note);
    assertTrue(note.contains("\".git\"") && note.contains("\"in/.hidden\""), note);
  }

  @Test
  void surviveACircleOfLinks() throws Exception {
    write("a/b/c.txt");
    Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    var files = files(FolderFiles.Wanted.ALL);
    assertEquals(List.of("a/b/c.txt"), files.names());
    assertEquals(1, files.notes().size());
    assertTrue(
        files.notes().getFirst().startsWith("2 links were not followed: "),
        files.notes()::toString);
  }

  @Test
  void areNoPipes() throws Exception {
    write("a.txt");
    var made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
    assumeTrue(made == 0, "this system makes no pipes");
    var files = files(FolderFiles.Wanted.ALL);
    assertEquals(List.of("a.txt"), files.names());
    assertEquals(List.of("1 entry is no ordinary file and was skipped: \"pipe\""), files.notes());
  }

  @Test
  void areOnlyThoseThatAreWanted() throws Exception {
    for (var i = 1; i <= 7; i++) {
      write("no-" + i + ".bin");
    }
    write("a.txt");
    write("out/made.txt");
    var others = new Skipped.Why("file is odd", "files are odd");
    var files =
        files(
            new FolderFiles.Wanted(
                file -> file.toString().endsWith(".txt"), inner -> !inner.endsWith("out"), others));
    assertEquals(List.of("a.txt"), files.names());
    assertEquals(
        List.of(
            "1 folder was skipped because this program made the pictures in it: \"out\"",
            "7 files are odd: \"no-1.bin\", \"no-2.bin\", \"no-3.bin\", \"no-4.bin\","
                + " \"no-5.bin\", …"),
        files.notes().stream().sorted().map(FolderFilesTest::inOrder).toList());
  }

  /** A folder gives its entries in any order; which five are named is left to it. */
  private static String inOrder(String note) {
    return note.replaceAll(
        "\"no-\\d.bin\"(, \"no-\\d.bin\"){4}",
        "\"no-1.bin\", \"no-2.bin\"," + " \"no-3.bin\", \"no-4.bin\", \"no-5.bin\"");
  }

  @Test
  void areInAFolderThatIsThere() throws Exception {
    write("file.txt");
    assertEquals(folder, FolderFiles.realFolder(temp, "folder"));
    for (var wrong : List.of("missing", "file.txt")) {
      var failure =
          assertThrows(
              InputException.class, () -> FolderFiles.realFolder(folder.resolve(wrong), "folder"));
      assertEquals("folder", failure.parameter().orElseThrow());
      assertTrue(failure.getMessage().contains("choose"), failure::getMessage);
    }
  }

  @Test
  void areNotLookedForAnyFurtherOnceStopped() throws Exception {
    write("a.txt");
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> files(FolderFiles.Wanted.ALL));
  }
}
