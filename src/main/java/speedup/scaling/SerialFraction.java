package speedup.scaling;

import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.Interval;

/**
 * The share of the sequential time that does not become shorter with more workers, though they
 * compute as fast as one alone does: where it is known where the time of the runs went, what
 * computing took longer with all cores busy is not counted, as it is the machine's and not the
 * program's.
 *
 * @param value 0 to 1; empty where it cannot be told
 * @param interval bootstrap interval; empty where there are too few repeats
 * @param reason why the value or its interval is missing
 */
public record SerialFraction(
    OptionalDouble value, Optional<Interval> interval, Optional<String> reason) {
  /** The largest speedup that any number of workers can give, 1/s; infinite for s = 0. */
  public OptionalDouble ceiling() {
    return value.isPresent() ? OptionalDouble.of(1 / value.getAsDouble()) : OptionalDouble.empty();
  }
}
