package speedup.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sources of {@link MyCode} as texts and files. Compiles and runs nothing. */
public final class OwnSources {
  private static final String PARAMETER = "source";
  private static final long MOST_BYTES = 1_000_000;
  private static final String COPIES = "my-code";
  private static final int MOST_COPIES = 50;
  private static final int HASH_BYTES = 8;

  private OwnSources() {}

  /** The names of the templates, in the order in which they are offered. */
  public static List<String> templates() {
    return Template.ids();
  }

  /** The text of a template. */
  public static String template(String id) {
    return Template.of(id).source().text();
  }

  /**
   * The text of a source.
   *
   * @throws InputException when it cannot be read, is larger than 1 MB, or is not UTF-8
   */
  public static String read(Path file) throws InputException {
    if (UsableFile.check(file, PARAMETER, "Java source", "with a class in it") > MOST_BYTES) {
      throw new InputException(
          PARAMETER, Words.file(file) + " is larger than 1 MB; choose a Java source");
    }
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(
          PARAMETER, Words.file(file) + " is not stored as UTF-8; save it as UTF-8 in its editor");
    } catch (IOException e) {
      throw UsableFile.unreadable(file, PARAMETER, e);
    }
  }

  /**
   * Writes a source whole or not at all. A file that was there keeps its permissions, and a link to
   * it stays one; a new file is private to its owner.
   *
   * @throws InputException when it cannot be written; what was there is unchanged
   * @throws InterruptedException when the thread was interrupted; what was there is unchanged
   */
  public static void write(Path file, String text) throws InputException, InterruptedException {
    try {
      var there = Files.exists(file) ? file.toRealPath() : file;
      var before = permissions(there);
      Aside.write(there, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      if (before.isPresent()) {
        Files.setPosixFilePermissions(there, before.get());
      }
    } catch (IOException e) {
      throw new InputException(
          PARAMETER,
          "%s cannot be written (%s); choose another folder, or make room"
              .formatted(Words.file(file), NumberFile.reason(e)));
    }
  }

  private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
    var knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return knowsOwners && Files.exists(file)
        ? Optional.of(Files.getPosixFilePermissions(file))
        : Optional.empty();
  }

  /**
   * A copy of a text for a run, in a folder named after its content: the person can go on typing,
   * and runs of other texts are other settings. The oldest copies are deleted.
   *
   * @param name file name, such as {@code Task.java}
   * @throws InputException when it cannot be written
   */
  public static Path copyForRun(Path cacheFolder, String name, String text)
      throws InputException, InterruptedException {
    var copies = cacheFolder.toAbsolutePath().resolve(COPIES);
    var folder = copies.resolve(hash(name + "\n" + text));
    var copy = folder.resolve(name);
    write(copy, text);
    try {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      deleteOldest(copies);
    } catch (IOException e) {
      throw UsableFile.unreadable(copies, PARAMETER, e);
    }
    return copy;
  }

  private static String hash(String text) {
    try {
      var whole =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void deleteOldest(Path copies) throws IOException {
    List<Path> old;
    try (var folders = Files.list(copies)) {
      old =
          folders
              .sorted(Comparator.comparing(OwnSources::changed).reversed())
              .skip(MOST_COPIES)
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (var folder : old) {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    }
  }

  private static FileTime changed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
