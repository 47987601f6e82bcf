package speedup.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What is handed over to the window while it is open: by its own start, and by further ones. */
@FunctionalInterface
public interface Arrivals {
  /**
   * Tells of every start from now on, and of those that came before, on any thread.
   *
   * @param window is given the file to open; empty where the window is only to come to the front
   */
  void listen(Consumer<Optional<Path>> window);

  /** Nothing ever arrives. */
  static Arrivals none() {
    return _ -> {};
  }
}
