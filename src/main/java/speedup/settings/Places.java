package speedup.settings;

import java.util.Optional;

/**
 * Where to keep files, where that is not the system's own place for them.
 *
 * @param cache for what can be made again
 * @param data for runs and scores
 */
public record Places(Optional<String> cache, Optional<String> data) {
  /** As the program comes. */
  public static final Places DEFAULTS = new Places(Optional.empty(), Optional.empty());

  private static final int LONGEST = 4_000;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException with a sentence that names the value that is not right
   */
  public Places {
    check("cache", cache);
    check("data", data);
  }

  static void check(String name, Optional<String> path) {
    path.filter(text -> text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0)
        .ifPresent(_ -> {
          throw new IllegalArgumentException(name + " has to be the path of a file or folder");
        });
  }
}
