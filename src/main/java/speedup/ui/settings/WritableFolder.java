package speedup.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import speedup.ui.Messages;

/** Finds out whether files can be kept in a folder, by keeping one for a moment. */
final class WritableFolder {
  private WritableFolder() {}

  /** Why not, one sentence; empty where they can. The folder is then there. */
  static Optional<String> problem(String name) {
    try {
      var folder = Path.of(name);
      if (!folder.isAbsolute()) {
        return Optional.of(Messages.get("settings.folder.relative"));
      }
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        return Optional.of(Messages.get("settings.folder.file"));
      }
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "speedup", ".tmp"));
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of(Messages.get("settings.folder.name"));
    } catch (IOException | SecurityException e) {
      return Optional.of(Messages.get("settings.folder.unwritable", e.toString()));
    }
  }
}
