package speedup.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that the program was started with, as a double-click does. */
final class ToOpen {
  private static final String RUN = ".speedup";

  private ToOpen() {}

  /**
   * The file that the arguments name; empty where they are a command. No command has a dot or a
   * separator in its name.
   */
  static Optional<Path> of(List<String> arguments) {
    if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
      return Optional.empty();
    }
    var word = arguments.getFirst();
    try {
      var file = Path.of(word);
      var isName = word.indexOf('.') < 0 && file.getNameCount() == 1 && !file.isAbsolute();
      var isRun = word.toLowerCase(Locale.ROOT).endsWith(RUN);
      return isRun || !isName && Files.exists(file) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
