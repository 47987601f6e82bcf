package speedup.workload;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A piece of work that can be run on one process and on many, and compared. Implementations have a
 * public no-argument constructor and are found through {@link java.util.ServiceLoader}, so a jar on
 * the class path adds its own. They are stateless and safe for use by several threads.
 */
public interface Workload {
  /** The name on the command line and in files, such as {@code primes-file}. */
  String id();

  /** The name for people, such as {@code "Primes in a file"}. */
  String title();

  /** One sentence: what is computed, and what a class learns from it. */
  String summary();

  /** What can be set, in the order of the form. */
  List<Parameter> parameters();

  /** Named settings, the lesson's own size among them. */
  default List<Preset> presets() {
    return List.of();
  }

  /** How the size is chosen when the person leaves it open; empty where the defaults are right. */
  default Optional<Sizing> sizing() {
    return Optional.empty();
  }

  /**
   * Id of the {@link Parameter.Whole} to which the work is proportional where input is generated:
   * twice the value is twice the work, item by item as hard as before. Empty where there is none,
   * such as where later items are harder. Of no effect on input that a person gives.
   */
  default Optional<String> sizeParameter() {
    return Optional.empty();
  }

  /** The items in a chunk when the person leaves it open; empty to choose it by measured work. */
  default Optional<Integer> suggestedChunk() {
    return Optional.empty();
  }

  /**
   * What its workers may take. Where there are limits, the run has worker processes of its own,
   * which end with it.
   *
   * @param settings the checked ones
   * @throws InputException when a setting cannot be used
   */
  default Optional<Limits> limits(Settings settings) throws InputException {
    return Optional.empty();
  }

  /** The file or folder that the workload reads, if it reads one. */
  default Optional<Parameter> input() {
    return parameters().stream()
        .filter(parameter ->
            parameter instanceof Parameter.InputFile || parameter instanceof Parameter.InputFolder)
        .findFirst();
  }

  /** Makes sample input; empty where the workload reads none. */
  default Optional<Generator> generator() {
    return Optional.empty();
  }

  /**
   * Which files in the cache folder are its own: a pattern of their whole paths in it, with {@code
   * /} between folders. Others there are never deleted. Empty where it keeps none.
   */
  default Optional<Pattern> kept() {
    return Optional.empty();
  }

  /**
   * The parameters that mean nothing once a file or folder is given for this one.
   *
   * @param parameter id of a parameter for a file or folder
   */
  default Set<String> replacedBy(String parameter) {
    var isInput = input().filter(input -> input.id().equals(parameter)).isPresent();
    return isInput ? generator().map(Generator::parameters).orElse(Set.of()) : Set.of();
  }

  /** Whether what it prepares has a counterpart in Python; known before anything is prepared. */
  default boolean hasPython() {
    return false;
  }

  /** Whether what it prepares has a {@link Flow}; known before anything is prepared. */
  default boolean isChain() {
    return false;
  }

  /**
   * Makes or reads the input. Runs in the app's own JVM, on a background thread, outside the timed
   * part.
   *
   * @throws InputException when a setting or the input cannot be used
   * @throws IOException when reading or writing fails
   * @throws InterruptedException when the person stopped it; checked at least every 100 ms
   */
  Prepared<?, ?, ?> prepare(Settings settings, Preparation preparation)
      throws InputException, IOException, InterruptedException;
}
