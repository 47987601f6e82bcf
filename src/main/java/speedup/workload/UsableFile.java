package speedup.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file that a person named can be read at all, told before anything is done with it. */
final class UsableFile {
  private UsableFile() {}

  /**
   * Looks at a file without opening it.
   *
   * @param parameter id of the parameter that names it
   * @param kind what is wanted, such as {@code "text file"}
   * @param content what has to be in it, such as {@code "with one whole number on each line"}
   * @return its size in bytes, at least 1
   * @throws InputException when it is missing, empty, no ordinary file, or may not be read
   */
  static long check(Path file, String parameter, String kind, String content)
      throws InputException {
    String problem = null;
    if (Files.notExists(file)) {
      problem = "does not exist; check the name or choose another file";
    } else if (Files.isDirectory(file)) {
      problem = "is a folder; choose a " + kind + " in it";
    } else if (!Files.isReadable(file)) {
      problem = "may not be read; change its permissions or choose another file";
    } else if (!Files.isRegularFile(file)) {
      problem = "is not an ordinary file; choose a " + kind;
    } else {
      var size = size(file, parameter);
      if (size > 0) {
        return size;
      }
      problem = "is empty; choose a " + kind + " " + content;
    }
    throw new InputException(parameter, Words.file(file.toAbsolutePath()) + " " + problem);
  }

  private static long size(Path file, String parameter) throws InputException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, parameter, e);
    }
  }

  /** What is said when the system refuses to read a file. */
  static InputException unreadable(Path file, String parameter, IOException failure) {
    return new InputException(
        parameter,
        "%s cannot be read (%s); check that it may be read, or choose another file"
            .formatted(Words.file(file), NumberFile.reason(failure)));
  }
}
