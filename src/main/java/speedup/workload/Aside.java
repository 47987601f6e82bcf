package speedup.workload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files beside their place first, so that what is there is whole. */
final class Aside {
  private static final int BUFFER = 1 << 16;

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
    var aside = Files.createTempFile(folder, "speedup-", ".part");
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

  private static void delete(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // what stopped the writing is what the person has to hear; this one goes with the program
      aside.toFile().deleteOnExit();
    }
  }
}
