package speedup.workload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder beside the place of a file, for a program that writes files of its own beside it, as
 * databases do. What is in it is moved to its place when it is whole, or goes with the folder.
 */
final class RunFolder implements AutoCloseable {
  private static final String PREFIX = "speedup-";

  /** What the names of such folders look like. */
  static final String NAME = PREFIX + "(\\d{1,10})-\\d{1,20}";

  private static final Pattern OF_A_RUN = Pattern.compile(NAME);

  /** A process that is told to stop may still write while it does. */
  private static final int TRIES = 5;

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /** A new one, for the owner only where the system knows owners. */
  static RunFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    var name = PREFIX + ProcessHandle.current().pid() + "-";
    return new RunFolder(Files.createTempDirectory(parent, name));
  }

  /** An empty file in it, for the owner only as well, also when it is in its place. */
  Path newFile() throws IOException {
    return Files.createTempFile(folder, "", ".db");
  }

  /** Puts a file that is whole in the place of what is there. */
  void move(Path file, Path to) throws IOException {
    try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes what is left in it, and it. */
  @Override
  public void close() {
    for (var i = 0; i < TRIES; i++) {
      try {
        delete(folder);
        return;
      } catch (IOException e) {
        if (i == TRIES - 1) {
          folder.toFile().deleteOnExit(); // and what is in it goes with the next sweep
        }
      }
    }
  }

  /** Deletes what programs that were killed left in a folder. */
  static void sweep(Path parent) throws IOException {
    List<Path> left;
    try (var files = Files.list(parent)) {
      left = files.filter(RunFolder::isLeft).toList();
    }
    for (var folder : left) {
      delete(folder);
    }
  }

  private static boolean isLeft(Path file) {
    var name = OF_A_RUN.matcher(file.getFileName().toString());
    return name.matches()
        && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> all;
    try (var files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : all) {
      Files.deleteIfExists(file);
    }
  }
}
