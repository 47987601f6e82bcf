package speedup.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import speedup.ui.view.View;

/**
 * What a file that the person opens is good for.
 *
 * @param view the view that has a use for it
 * @param workload the workload that reads it; empty where the view has its own
 * @param input what is given to it: the file, or the folder that it is in
 */
record OpenedFile(View view, Optional<String> workload, Path input) {
  private static final int FIRST_LINES = 4_096;
  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+\\s*");

  /**
   * Judges a file by its name, and where that may mean two things, by its first lines.
   *
   * @return empty where nothing here reads such a file
   * @throws IOException when it cannot be read
   */
  static Optional<OpenedFile> of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return work("keyword-search", file);
    }
    if (!Files.isRegularFile(file)) {
      return Optional.empty(); // reading from a device or a pipe might never end
    }
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "speedup", "json" -> Optional.of(new OpenedFile(View.HISTORY, Optional.empty(), file));
      case "java", "jar" -> Optional.of(new OpenedFile(View.MY_CODE, Optional.empty(), file));
      case "png", "jpg", "jpeg" -> work("images-grayscale", folder(file));
      case "db", "sqlite", "sqlite3" -> work("pipeline", file);
      case "tsv" -> work("filter-aggregate", file);
      case "csv" -> work(beginsWithNumbers(file) ? "primes-file" : "filter-aggregate", file);
      case "txt" ->
          beginsWithNumbers(file)
              ? work("primes-file", file)
              : work("keyword-search", folder(file));
      default -> Optional.empty();
    };
  }

  private static Optional<OpenedFile> work(String workload, Path input) {
    return Optional.of(new OpenedFile(View.RUN, Optional.of(workload), input));
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }

  /** Whether the first line that says anything is a whole number alone. */
  private static boolean beginsWithNumbers(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(FIRST_LINES), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .findFirst()
          .filter(line -> NUMBER.matcher(line).matches())
          .isPresent();
    }
  }
}
