package speedup.shm;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;

/**
 * A name by which processes find a {@link SharedRegion} without having been told its path: a link
 * in the private folder, made in one step, so that one of several who want the same name gets it.
 * The region has the name at its end.
 *
 * <p>A link is removed under the guard of the region that it leads to, and before that region's
 * file. So whoever has the guard and sees the link lead there can remove no other's. Any thread.
 */
final class RegionName {
  static final int LONGEST = 100;

  private static final String BEGIN = "name-";
  private static final String OTHERS = "._-";

  private final Path file;
  private final String name;
  private final MemorySegment memory;
  private final LockWord guard;

  private RegionName(Path file, String name, MemorySegment memory) {
    this.file = file;
    this.name = name;
    this.memory = memory;
    guard = new LockWord(memory, SharedHeader.GUARD_AT, Waitings.PARK); // short; all can park
  }

  /**
   * The name of a region.
   *
   * @param memory the whole region, which can be written
   * @return null when it has none
   */
  static RegionName of(Path file, MemorySegment memory) {
    var name = read(memory);
    return name.isEmpty() ? null : new RegionName(file, name, memory);
  }

  /** What stands in a region; empty for none. */
  static String read(MemorySegment memory) {
    return bytes(memory) == 0
        ? ""
        : memory.getString(memory.byteSize() - SharedHeader.NAME_BYTES, StandardCharsets.US_ASCII);
  }

  /** How many bytes at the end of a region are its name's. */
  static int bytes(MemorySegment memory) {
    return Words.getInt(memory, SharedHeader.NAMED_AT) * SharedHeader.NAME_BYTES;
  }

  /** Writes it at the end of a region that nobody else knows yet. */
  static void write(MemorySegment memory, String name) {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    var at = memory.byteSize() - SharedHeader.NAME_BYTES;
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, at, bytes.length);
    Words.setInt(memory, SharedHeader.NAMED_AT, 1);
  }

  /**
   * Makes sure that a name can be part of a file name everywhere.
   *
   * @throws IllegalArgumentException when it cannot
   */
  static void check(String name) {
    var good =
        name.chars()
            .allMatch(c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || OTHERS.indexOf(c) >= 0);
    if (!good || name.isEmpty() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "\"%s\" is no name for shared memory; give 1 to %d of a-z, A-Z, 0-9, '.', '_', '-'"
              .formatted(name, LONGEST));
    }
  }

  private static String begin() throws IOException {
    return BEGIN + Creator.ownSpace() + "-"; // in another container it is another name
  }

  /** Whether a file in the private folder is a link of processes that can be told from here. */
  static boolean isLink(Path file) throws IOException {
    return file.getFileName().toString().startsWith(begin());
  }

  private static Path link(String name) throws IOException {
    return PrivateFolder.path().resolve(begin() + name);
  }

  /**
   * The file of the region of a name.
   *
   * @throws NoSuchFileException when no region has this name
   */
  static Path find(String name) throws IOException {
    check(name);
    var link = link(name);
    PrivateFolder.check(link.getParent());
    return target(link);
  }

  private static Path target(Path link) throws IOException {
    try {
      return link.resolveSibling(Files.readSymbolicLink(link).getFileName());
    } catch (NotLinkException e) {
      throw new IOException(link + " is no name of shared memory; delete it", e);
    }
  }

  /**
   * Gives the region its name, for which it has entered itself in the users.
   *
   * @throws FileAlreadyExistsException when another has it, which is in use
   */
  void claim() throws IOException {
    var link = link(name);
    for (; ; ) {
      try {
        Files.createSymbolicLink(link, file.getFileName());
        return;
      } catch (FileAlreadyExistsException e) {
        if (!removeIfUnused(link)) {
          throw e;
        }
      }
    }
  }

  /**
   * Removes a name, and the region that has it, if nobody uses that.
   *
   * @return false when somebody does
   */
  static boolean removeIfUnused(Path link) throws IOException {
    try {
      var file = target(link);
      if (!SharedRegions.deleteIfUnused(file)) {
        return false;
      }
      if (file.equals(target(link))) {
        Files.deleteIfExists(link); // somebody has deleted the file alone, by hand
      }
    } catch (NoSuchFileException e) {
      // it was removed meanwhile
    }
    return true;
  }

  /**
   * Enters this process in the users, unless there was none any more.
   *
   * @throws NoSuchFileException when there was none
   */
  void enter(Users users) throws IOException {
    guard.guard();
    try {
      if (Words.getInt(memory, SharedHeader.GONE_AT) != 0 || !users.anyAlive()) {
        throw new NoSuchFileException(file.toString());
      }
      users.enter();
    } finally {
      guard.release();
    }
  }

  /**
   * Takes this process out of the users.
   *
   * @return whether it was the last one; the name is then gone, and the file is to be deleted
   */
  boolean leave(Users users) throws IOException {
    guard.guard();
    try {
      users.leave();
      return vanishIfUnused(users);
    } finally {
      guard.release();
    }
  }

  /** Removes the name if nobody uses the region; the file is then to be deleted. */
  boolean removeIfUnused(Users users) throws IOException {
    guard.guard();
    try {
      return vanishIfUnused(users);
    } finally {
      guard.release();
    }
  }

  private boolean vanishIfUnused(Users users) throws IOException {
    if (users.anyAlive()) {
      return false;
    }
    Words.setInt(memory, SharedHeader.GONE_AT, 1);
    removeLink();
    return true;
  }

  /** Removes the name, whoever uses the region. */
  void remove() throws IOException {
    guard.guard();
    try {
      removeLink();
    } finally {
      guard.release();
    }
  }

  private void removeLink() throws IOException {
    var link = link(name);
    try {
      if (file.equals(target(link))) {
        Files.delete(link);
      }
    } catch (NoSuchFileException e) {
      // removed before, as by unlink()
    }
  }
}
