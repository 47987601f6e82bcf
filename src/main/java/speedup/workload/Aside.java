package speedup.workload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Writes files beside their place first, so that what is there is whole. */
final class Aside {
  private static final int BUFFER = 1 << 16;
  private static final String PREFIX = "speedup-";
  private static final String ENDING = ".part";

  /** What the names of files look like that are not whole yet. */
  static final String NAME = PREFIX + "(\\d{1,10})-[^/]*\\" + ENDING;

  private static final Pattern HALF_WRITTEN = Pattern.compile(NAME);

  private Aside() {}

  /** Writes the content. */
  @FunctionalInterface
  interface Body {
    /** Writes; an interrupt ends it. */
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * Writes a file in the place of what is there. Its folder is made; only the owner can read it,
   * where the system knows owners.
   *
   * @throws IOException when writing fails; nothing half-written is left
   * @throws InterruptedException when the thread was interrupted; nothing half-written is left
   */
  static void write(Path file, Body body) throws IOException, InterruptedException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var aside = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", ENDING);
    var moved = false;
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(aside), BUFFER)) {
        body.write(out);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      moved = true;
    } catch (ClosedByInterruptException e) {
      throw NumberFile.interrupted(e);
    } finally {
      if (!moved) {
        delete(aside);
      }
    }
  }

  /**
   * Deletes what processes that were killed left half-written in a folder and in those in it.
   *
   * @throws IOException when the folder cannot be read or a file in it not be deleted
   */
  static void sweep(Path folder) throws IOException {
    List<Path> left;
    try (var files = Files.walk(folder)) {
      left = files.filter(Aside::isLeft).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (var file : left) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isLeft(Path file) {
    var name = HALF_WRITTEN.matcher(file.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // what stopped the writing is what the person has to hear; this one goes with the program
      aside.toFile().deleteOnExit();
    }
  }
}
