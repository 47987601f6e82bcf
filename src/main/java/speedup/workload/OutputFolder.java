package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A folder for what is made of a person's files. A note in it says that it is this program's own:
 * files are written over in no other folder, and none in it is taken for an original.
 */
final class OutputFolder {
  /** The name of the note. */
  static final String MARK = "made-by-speedup-workbench.txt";

  private static final String NOTE =
      """
      The pictures in this folder were made by Speedup Workbench out of others.
      It writes over them when it runs again, and never takes them for originals.
      Delete this folder when you no longer need it.
      """;

  private OutputFolder() {}

  /** Whether this program made the folder, or was given it. */
  static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(MARK));
  }

  /**
   * Makes a folder this program's own. What killed processes left in it is deleted.
   *
   * @param to empty, not there yet, or this program's own already
   * @param originals the real place of the folder with the originals
   * @param parameter id of the parameter that a problem is about
   * @return the real place
   */
  static Path take(Path to, Path originals, String parameter)
      throws InputException, InterruptedException {
    try {
      if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(to)) {
        throw refused(parameter, to, "is no folder");
      }
      Files.createDirectories(to);
      var folder = to.toRealPath();
      check(folder, originals, parameter);
      Aside.sweep(folder);
      Aside.write(folder.resolve(MARK), out -> out.write(NOTE.getBytes(UTF_8)));
      return folder;
    } catch (IOException e) {
      throw refused(parameter, to, "cannot be written (" + NumberFile.reason(e) + ")");
    }
  }

  private static void check(Path folder, Path originals, String parameter)
      throws InputException, IOException {
    if (originals.startsWith(folder)) {
      throw refused(parameter, folder, "holds the originals");
    }
    if (isOne(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw refused(parameter, folder, "holds files that this program did not make");
      }
    }
  }

  private static InputException refused(String parameter, Path folder, String why) {
    return new InputException(
        parameter,
        "%s: %s %s; give a folder that is empty or not there yet"
            .formatted(parameter, Words.file(folder), why));
  }
}
