package speedup.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes files that are there whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {
    /** Writes it. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file in the place of what is there; nothing half-written is left.
   *
   * @throws IOException with a sentence, when it cannot be written
   */
  public static void write(Path file, Content content) throws IOException {
    var whole = file.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw new IOException(file + " is a folder; name a file in it");
    }
    try {
      var aside = Files.createTempFile(whole.getParent(), "speedup-", ".part");
      try {
        try (var out = new BufferedOutputStream(Files.newOutputStream(aside))) {
          content.write(out);
        }
        Files.move(aside, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no folder %s; make it first".formatted(whole.getParent()), e);
    } catch (FileSystemException e) {
      throw new IOException(
          "%s cannot be written (%s); choose another place".formatted(file, reason(e)), e);
    }
  }

  static String reason(IOException e) {
    return e instanceof FileSystemException known && known.getReason() != null
        ? known.getReason().toLowerCase(Locale.ROOT)
        : String.valueOf(e.getMessage());
  }
}
