package speedup.shm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A process that makes regions, such that a later one can tell whether it still lives.
 *
 * @param space in which the process id counts: two containers may both have a process 7
 * @param pid its process id
 * @param started in a unit of the system's own
 */
record Creator(long space, long pid, long started) {
  private static final String BETWEEN = "-";
  private static final int PARTS = 4;
  private static final int THREADS_AFTER_NAME = 17;
  private static final int START_AFTER_NAME = 19;
  private static final boolean PROC = Files.exists(Path.of("/proc/self/stat"));
  private static final String ENDED = "ZXx";
  private static final long EPOCH = 1_577_836_800_000L; // 2020, in milliseconds since 1970

  static Creator self() throws IOException {
    var pid = ProcessHandle.current().pid();
    return new Creator(ownSpace(), pid, started(pid));
  }

  /** Who made the file of this name; null when it is no name of ours. */
  static Creator of(String fileName) {
    var parts = fileName.split(BETWEEN);
    if (parts.length != PARTS) {
      return null;
    }
    try {
      return new Creator(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A name for a file of this process's; joined, because a format would load ten times as much. */
  String fileName(long unique) {
    return String.join(
        BETWEEN,
        Long.toString(space),
        Long.toString(pid),
        Long.toString(started),
        Long.toHexString(unique));
  }

  /** Whether it is certain that this process has ended. */
  boolean isGone() throws IOException {
    if (space != ownSpace()) {
      return false; // its process ids say nothing here
    }
    try {
      return started(pid) != started; // if not, another process has its number now
    } catch (NoSuchFileException e) {
      return true;
    }
  }

  private static Path stat(long pid) {
    return Path.of("/proc", Long.toString(pid), "stat");
  }

  /**
   * When a process started, in a unit of the system's own.
   *
   * @throws NoSuchFileException when it has ended, a zombie included
   */
  static long started(long pid) throws IOException {
    if (!PROC) {
      var start = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
      return start.orElseThrow(() -> new NoSuchFileException(Long.toString(pid))).toEpochMilli()
          - EPOCH;
    }
    String stat;
    try {
      stat = Files.readString(stat(pid), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (Files.exists(stat(pid))) {
        throw e;
      }
      throw new NoSuchFileException(Long.toString(pid)); // it ended while it was read
    }
    // the name in brackets may hold spaces and brackets
    var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    // of a process that is being killed, the first thread may be gone before the others
    if (ENDED.contains(afterName[0]) && Integer.parseInt(afterName[THREADS_AFTER_NAME]) <= 1) {
      throw new NoSuchFileException(Long.toString(pid));
    }
    return Long.parseLong(afterName[START_AFTER_NAME]);
  }

  /** The space in which process ids of this process count. */
  static long ownSpace() throws IOException {
    var link = Path.of("/proc/self/ns/pid");
    if (!Files.exists(link)) {
      return 0;
    }
    var name = Files.readSymbolicLink(link).toString(); // such as pid:[4026531836]
    return Long.parseLong(name.substring(name.indexOf('[') + 1, name.indexOf(']')));
  }
}
