package speedup.ui.mycode;

import java.nio.file.Path;
import java.util.Optional;

/** What the view asks a person: dialogs, or answers prepared by a test. On the JavaFX thread. */
public interface Questions {
  /** What becomes of a text that is in no file. */
  enum Unsaved {
    /** It is saved first. */
    SAVE,
    /** It is given up. */
    DISCARD,
    /** All stays as it is. */
    KEEP
  }

  /** Asks what becomes of the unsaved text before another takes its place. */
  Unsaved unsaved(String name);

  /** Asks for a source to open. */
  Optional<Path> open();

  /**
   * Asks where to save.
   *
   * @param name a name to begin with
   */
  Optional<Path> save(String name);
}
