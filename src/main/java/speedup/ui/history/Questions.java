package speedup.ui.history;

import java.nio.file.Path;
import java.util.Optional;

/** What the view asks a person: dialogs, or answers prepared by a test. On the JavaFX thread. */
public interface Questions {
  /**
   * Asks where to export to.
   *
   * @param name a name to begin with, without an ending
   */
  Optional<Path> export(String name);

  /** Asks for a file to import. */
  Optional<Path> take();
}
