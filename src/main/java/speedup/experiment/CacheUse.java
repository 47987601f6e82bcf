package speedup.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A mark in the cache folder that says that a run of this process uses what is there: a file with
 * the process id in its name. One whose process is gone says nothing any more.
 */
final class CacheUse {
  private static final String PREFIX = "run-";
  private static final String ENDING = ".use";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,10})-\\d+\\" + ENDING);

  private final Path folder;
  private Path mark; // guarded by this

  CacheUse(Path folder) {
    this.folder = folder;
  }

  /**
   * Marks the folder, once, until {@link #end}. In one that cannot be written there is no mark:
   * nothing can be deleted in it either, and a workload that wants to write there says why it
   * cannot.
   */
  synchronized Path folder() {
    if (mark == null) {
      try {
        Files.createDirectories(folder);
        mark = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", ENDING);
      } catch (IOException _) {
        return folder;
      }
    }
    return folder;
  }

  /** The run is over. */
  synchronized void end() throws IOException {
    if (mark != null) {
      Files.deleteIfExists(mark);
      mark = null;
    }
  }

  /**
   * The process that uses a folder. Marks of processes that are gone are deleted.
   *
   * @throws IOException when the folder cannot be read
   */
  static OptionalLong userOf(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(file -> isMark(folder, file)).toList()) {
        var name = NAME.matcher(file.getFileName().toString());
        name.matches();
        var pid = Long.parseLong(name.group(1));
        if (made(pid, file)) {
          return OptionalLong.of(pid);
        }
        Files.deleteIfExists(file);
      }
    }
    return OptionalLong.empty();
  }

  /** Whether a file is such a mark. */
  static boolean isMark(Path folder, Path file) {
    return folder.equals(file.getParent()) && NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Whether the process is still the one that made the file, and not a later one of its number. */
  private static boolean made(long pid, Path file) throws IOException {
    var maker = ProcessHandle.of(pid);
    if (maker.isEmpty()) {
      return false;
    }
    var started = maker.get().info().startInstant().orElse(Instant.MIN);
    return !started.isAfter(Files.getLastModifiedTime(file).toInstant());
  }
}
