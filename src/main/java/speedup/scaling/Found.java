package speedup.scaling;

import java.util.Optional;
import java.util.function.Function;

/**
 * A result, or a sentence that says what is missing for it; always one of the two.
 *
 * @param value the result
 * @param missing what is missing, without a full stop, such as "an interval needs at least 3
 *     repeats"
 */
public record Found<T>(Optional<T> value, Optional<String> missing) {
  /** Checks that it is one of the two. */
  public Found {
    if (value.isPresent() == missing.isPresent()) {
      throw new IllegalArgumentException("a result or a sentence, not both and not neither");
    }
  }

  /** A result. */
  public static <T> Found<T> of(T value) {
    return new Found<>(Optional.of(value), Optional.empty());
  }

  /** No result, and what is missing for it. */
  public static <T> Found<T> missing(String sentence) {
    return new Found<>(Optional.empty(), Optional.of(sentence));
  }

  /** Whether there is a result. */
  public boolean isPresent() {
    return value.isPresent();
  }

  /** Works on with the result where there is one. */
  public <R> Found<R> map(Function<? super T, ? extends R> step) {
    return new Found<>(value.map(step), missing);
  }

  /** Works on with the result where there is one; the step may find something missing itself. */
  public <R> Found<R> flatMap(Function<? super T, Found<R>> step) {
    return value.map(step).orElseGet(() -> new Found<>(Optional.empty(), missing));
  }
}
