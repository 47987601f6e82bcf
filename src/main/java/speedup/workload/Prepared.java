package speedup.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workload with its input: the plan that every engine executes.
 *
 * @param <A> argument of a chunk; it crosses to a worker
 * @param <R> result of a chunk; it crosses back
 * @param <T> the whole result
 */
public interface Prepared<A, R, T> {
  /** What the input is, such as {@code "1,000,000 numbers from numbers.txt"}. */
  String description();

  /** What the person should know about the input, such as skipped lines. */
  default List<String> notes() {
    return List.of();
  }

  /** The parts of the work, one after the other: each begins when the one before has ended. */
  List<Stage<A, R>> stages();

  /**
   * How it runs as a chain of processes, for work that is not cut into chunks. Its stages then only
   * make the code hot and tell how long an item takes.
   */
  default Optional<Flow<T>> flow() {
    return Optional.empty();
  }

  /**
   * Puts the results of the chunks together, in the order of their items, stage by stage. Counted
   * as the merge part of the wall time.
   */
  T merge(List<R> results);

  /** Whether two whole results are the same. */
  default boolean same(T expected, T actual) {
    return expected.equals(actual);
  }

  /** How Python computes the same; empty where the script has no function for it. */
  default Optional<PythonWork<A, R>> inPython() {
    return Optional.empty();
  }

  /** The result in one sentence, such as {@code "78,498 primes among 1,000,000 numbers"}. */
  String inWords(T result);

  /** The result in forms to look at. */
  default List<Shown> show(T result) {
    return List.of();
  }

  /** The result as JSON values: text, numbers, booleans, lists and maps of these. */
  Map<String, Object> inValues(T result);
}
