package speedup.concept.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps progress in a file of this machine that only its user can read. Written whole or not at
 * all. For one thread; of two windows, the one that writes last is kept.
 */
public final class ProgressFile {
  private static final String NAME = "lessons.properties";
  private static final int VERSION = 1;
  private static final int MOST_NUMBER = 1_000;
  private static final String ANSWER = "answer.";
  private static final String DONE = "done.";

  private final Path folder;

  /**
   * Reads and writes nothing yet.
   *
   * @param folder the person's folder for data; made when something is kept
   */
  public ProgressFile(Path folder) {
    this.folder = folder;
  }

  /**
   * What there is.
   *
   * @param progress nothing where the file could not be used
   * @param notice a sentence for the person when a file was set aside
   */
  public record Loaded(Progress progress, Optional<String> notice) {}

  /**
   * Reads. A file that is damaged, or of a newer version, is set aside and never written over.
   *
   * @throws IOException when there is a file that cannot be read or set aside
   */
  public Loaded load() throws IOException {
    var file = folder.resolve(NAME);
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(DataFile.MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      return new Loaded(Progress.NONE, Optional.empty());
    }
    try {
      return new Loaded(parse(bytes), Optional.empty());
    } catch (LessonDataException e) {
      var aside = setAside(file);
      return new Loaded(
          Progress.NONE,
          Optional.of(
              ("The scores and progress of lessons could not be read (%s). The file is kept as %s,"
                      + " and counting begins anew.")
                  .formatted(e.getMessage(), aside)));
    }
  }

  private static Progress parse(byte[] bytes) {
    var file = DataFile.read(NAME, bytes);
    if (file.number("version", 0, Integer.MAX_VALUE) != VERSION) {
      throw file.wrong("is of another version of this program");
    }
    var answers = new TreeMap<String, Integer>();
    for (var question : file.under(ANSWER, 20).keySet()) {
      answers.put(question, file.number(ANSWER + question, 0, MOST_NUMBER));
    }
    var done = new TreeMap<String, Set<Integer>>();
    file.under(DONE, 10_000)
        .forEach((lesson, steps) -> done.put(lesson, numbers(file, lesson, steps)));
    file.finish();
    return new Progress(answers, done);
  }

  private static Set<Integer> numbers(DataFile file, String lesson, String text) {
    var numbers = new TreeSet<Integer>();
    for (var word : text.split(" ")) {
      try {
        numbers.add(Integer.parseUnsignedInt(word));
      } catch (NumberFormatException e) {
        throw file.wrong(DONE + lesson, "is a row of numbers", text);
      }
    }
    return numbers;
  }

  private Path setAside(Path file) throws IOException {
    for (var number = 1; ; number++) {
      var aside = folder.resolve("lessons-damaged-%d.properties".formatted(number));
      if (Files.notExists(aside)) {
        return Files.move(file, aside);
      }
    }
  }

  /**
   * Writes.
   *
   * @throws IOException when that is not possible; the file is then as it was before
   */
  public void save(Progress progress) throws IOException {
    Files.createDirectories(folder);
    // made readable for its owner only
    var next = Files.createTempFile(folder, "lessons", ".tmp");
    try {
      try (var out = FileChannel.open(next, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text(progress).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      replace(next, folder.resolve(NAME));
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static void replace(Path next, Path file) throws IOException {
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // some network drives; what takes the old file's place is complete there too
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String text(Progress progress) {
    var lines = new StringBuilder("version=").append(VERSION).append('\n');
    new TreeMap<>(progress.answers())
        .forEach((question, choice) ->
            lines.append(ANSWER).append(question).append('=').append(choice).append('\n'));
    new TreeMap<>(progress.done())
        .forEach((lesson, steps) -> {
          if (!steps.isEmpty()) {
            var numbers = new TreeSet<>(steps).stream().map(String::valueOf).toList();
            lines.append(DONE).append(lesson).append('=').append(String.join(" ", numbers));
            lines.append('\n');
          }
        });
    return lines.toString();
  }
}
