package speedup.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How things run unless told otherwise.
 *
 * @param workers 1 to {@value #MOST_WORKERS}; empty for as many as the machine has physical cores
 * @param python a Python to use instead of the first of the PATH
 * @param workerOptions options for the JVM of every worker, such as {@code -Xmx512m}
 */
public record Work(OptionalInt workers, Optional<String> python, List<String> workerOptions) {
  /** More workers than any machine of today has threads. */
  public static final int MOST_WORKERS = 1_024;

  /** As the program comes. */
  public static final Work DEFAULTS = new Work(OptionalInt.empty(), Optional.empty(), List.of());

  private static final int MOST_OPTIONS = 40;
  private static final int LONGEST_OPTION = 4_000;

  /**
   * Checks the values and copies the list.
   *
   * @throws IllegalArgumentException with a sentence that names the value that is not right
   */
  public Work {
    workerOptions = List.copyOf(workerOptions);
    Places.check("python", python);
    if (workers.isPresent() && (workers.getAsInt() < 1 || workers.getAsInt() > MOST_WORKERS)) {
      throw new IllegalArgumentException(
          "workers has to be 1 to %d, not %d".formatted(MOST_WORKERS, workers.getAsInt()));
    }
    if (workerOptions.size() > MOST_OPTIONS) {
      throw new IllegalArgumentException(
          "workerOptions can hold %d options, not %d"
              .formatted(MOST_OPTIONS, workerOptions.size()));
    }
    for (var option : workerOptions) {
      if (!option.startsWith("-") || option.length() > LONGEST_OPTION) {
        throw new IllegalArgumentException(
            "workerOptions are options of a JVM, which begin with a hyphen; this is none: "
                + option.substring(0, Math.min(option.length(), 80)));
      }
    }
  }
}
