package speedup.ui.view;

import java.util.List;
import java.util.Optional;

/**
 * Tries out what a person names in the settings, by starting it. From any thread; takes some
 * seconds at most.
 */
public interface Trials {
  /** Why the Python with this path cannot be used, one sentence; empty where it can. */
  Optional<String> python(String path);

  /** Why no worker can start with these options for its JVM; empty where one did. */
  Optional<String> worker(List<String> options);

  /** Takes everything as good, for windows without processes. */
  static Trials none() {
    return new Trials() {
      @Override
      public Optional<String> python(String path) {
        return Optional.empty();
      }

      @Override
      public Optional<String> worker(List<String> options) {
        return Optional.empty();
      }
    };
  }
}
