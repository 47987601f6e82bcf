package speedup.ui.form;

import java.nio.file.Path;
import java.util.Optional;
import speedup.workload.Parameter;

/** Asks a person for a file or folder: the system's dialog, or an answer prepared by a test. */
@FunctionalInterface
public interface FilePicker {
  /**
   * Asks, and waits for the answer. On the JavaFX thread only.
   *
   * @param input what the answer is for: an {@link Parameter.InputFile} or {@link
   *     Parameter.InputFolder}
   * @return empty where none was chosen
   */
  Optional<Path> pick(Parameter input);
}
