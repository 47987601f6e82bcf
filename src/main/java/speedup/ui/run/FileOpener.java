package speedup.ui.run;

import java.nio.file.Path;

/** Opens files with the system's own programs. */
@FunctionalInterface
public interface FileOpener {
  /**
   * Asks the system to open a file or folder; called on the JavaFX thread.
   *
   * @param refused is called on the JavaFX thread where the system says that it could not
   */
  void open(Path file, Runnable refused);
}
