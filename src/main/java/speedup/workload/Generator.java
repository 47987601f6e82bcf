package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Makes sample input for a workload: the same for the same settings, in every place. */
public interface Generator {
  /**
   * Ids of the workload's parameters that shape what is made. They mean nothing once a person gives
   * an input.
   */
  Set<String> parameters();

  /**
   * Writes the input where a person wants it, aside first, so that nothing half-written is there.
   *
   * @param to a file or folder, as the workload reads one; not there yet
   * @return what was made, in words
   * @throws InputException when a setting cannot be used, or there is something at that place
   * @throws IOException when writing fails
   * @throws InterruptedException when the person stopped it; nothing half-written is left
   */
  String generate(Settings settings, Path to, Preparation preparation)
      throws InputException, IOException, InterruptedException;
}
