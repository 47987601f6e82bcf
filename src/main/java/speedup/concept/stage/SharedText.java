package speedup.concept.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file that several processes write lines to; deleted when it is closed. */
final class SharedText implements AutoCloseable {
  private static final String WHOLE = "worker \\d+ writes line \\d+";
  private static final int SHOWN = 8;

  private final Path file;

  SharedText() throws IOException {
    file = Files.createTempFile("speedup-lines", ".txt");
  }

  String path() {
    return file.toString();
  }

  /** Lines that have their end. */
  private List<String> lines() {
    try {
      var parts = Files.readString(file).split("\n", -1);
      return Arrays.asList(parts).subList(0, parts.length - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines. */
  List<String> lastLines() {
    var lines = lines();
    return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
  }

  /** How many lines are as one process wrote them. */
  long whole() {
    return lines().stream().filter(line -> line.matches(WHOLE)).count();
  }

  /** How many lines are not as any process wrote them. */
  long mixed() {
    return lines().stream().filter(line -> !line.matches(WHOLE)).count();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
