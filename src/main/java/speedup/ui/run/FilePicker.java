package speedup.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for a file: the system's dialog, or an answer prepared by a test. */
public interface FilePicker {
  /**
   * Asks, and waits for the answer. On the JavaFX thread only.
   *
   * @param title what the file is for
   * @param extensions endings to offer, without the dot
   * @return empty where none was chosen
   */
  Optional<Path> pick(String title, List<String> extensions);
}
