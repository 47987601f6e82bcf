package speedup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java sources of this project. */
final class SourceFiles {
  private SourceFiles() {}

  /** All of them: program, tests and benchmarks. */
  static List<Path> all() throws IOException {
    try (var files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The folder that holds them. */
  static Path root() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src");
  }
}
