package speedup.python;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Chunks for one function of the script.
 *
 * @param number told in the events
 * @param function its name in the script
 * @param chunks how many, numbered from 0
 * @param argument what the function is given for a chunk: numbers, text, booleans, arrays and lists
 *     of these
 * @param items how many items a chunk has
 * @param results gets what the function returned: {@link Integer}, {@link Long}, {@link
 *     java.math.BigInteger}, {@link Double}, text, booleans, lists and maps of these
 */
public record PythonJob(
    int number,
    String function,
    int chunks,
    IntFunction<Object> argument,
    IntUnaryOperator items,
    Results results) {

  /** Where results go. */
  @FunctionalInterface
  public interface Results {
    /**
     * Takes the result of a chunk.
     *
     * @throws RuntimeException when it has not the form that it should have
     */
    void take(int chunk, Object result);
  }
}
