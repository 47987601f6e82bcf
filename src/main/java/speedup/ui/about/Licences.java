package speedup.ui.about;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import speedup.ui.Messages;

/** The licence of the program, and what is known of the libraries that it comes with. */
final class Licences {
  /** Beside the program where it is installed. */
  private static final String NOTICES = "THIRD-PARTY.txt";

  private Licences() {}

  /** The licence of this program. */
  static String own() throws IOException {
    try (var in = Licences.class.getResourceAsStream("/META-INF/LICENSE")) {
      if (in == null) {
        throw new IOException("META-INF/LICENSE is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The notices beside the program; where it was not installed, the libraries it runs with. */
  static String ofOthers() throws IOException {
    return ofOthers(System.getProperty("java.class.path"));
  }

  static String ofOthers(String classPath) throws IOException {
    var jars =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(name -> name.endsWith(".jar"))
            .map(Path::of)
            .toList();
    for (var jar : jars) {
      var notices = jar.resolveSibling(NOTICES);
      if (Files.isRegularFile(notices)) {
        return Files.readString(notices);
      }
    }
    return Messages.get("about.libraries")
        + System.lineSeparator()
        + jars.stream()
            .map(jar -> jar.getFileName().toString())
            .sorted()
            .collect(Collectors.joining(System.lineSeparator()));
  }
}
