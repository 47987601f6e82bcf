package speedup.concept.script;

import speedup.pool.task.TaskFunction;

/** Counts divisors: about a thousandth of a millisecond of work. */
public record Divisors() implements TaskFunction<Integer, Integer> {
  @Override
  public Integer apply(Integer number) {
    var found = 0;
    for (var divisor = 1; divisor <= 600; divisor++) {
      found += number % divisor == 0 ? 1 : 0;
    }
    return found;
  }
}
