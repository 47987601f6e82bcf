package speedup.workload;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * How the slices of a workload are computed by Python: by a function of the script that ships with
 * the program, which does the same on the same items. What goes there and comes back is what JSON
 * can hold.
 *
 * @param function name of the function
 * @param argument what it is given for a slice: numbers, text, booleans, arrays and lists of these
 * @param result makes the result of the slice from what it returned: {@link Integer}, {@link Long}
 *     or {@link BigInteger}, the smallest that holds it, {@link Double}, text, booleans, lists and
 *     maps of these. Throws a {@link RuntimeException} where that has another form.
 * @param <A> argument of a slice
 * @param <R> result of a slice
 */
public record PythonWork<A, R>(
    String function, Function<A, Object> argument, Function<Object, R> result) {
  /** A function that is given the first number of a range and the one past its last. */
  static <R> PythonWork<Range, R> ofRange(String function, Function<Object, R> result) {
    return new PythonWork<>(function, range -> new long[] {range.from(), range.end()}, result);
  }

  /** A whole number. */
  static long whole(Object value) {
    return value instanceof Integer small ? small : (Long) value;
  }

  /** A whole number of any size. */
  static BigInteger large(Object value) {
    return value instanceof BigInteger number ? number : BigInteger.valueOf(whole(value));
  }

  /** Whole numbers. */
  static long[] wholes(Object value) {
    return ((List<?>) value).stream().mapToLong(PythonWork::whole).toArray();
  }
}
