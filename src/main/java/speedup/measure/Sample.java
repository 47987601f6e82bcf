package speedup.measure;

/**
 * One timed run.
 *
 * @param engine how it ran
 * @param workers worker processes that took part, 1 for {@link EngineKind#SEQUENTIAL}
 * @param repeat number of the repeat, from 1
 * @param seconds wall time
 */
public record Sample(EngineKind engine, int workers, int repeat, double seconds) {
  /** Checks that the numbers are possible. */
  public Sample {
    if (workers < 1 || repeat < 1 || !(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException(
          "a sample needs workers and repeat of at least 1 and a positive time: "
              + workers
              + ", "
              + repeat
              + ", "
              + seconds);
    }
  }
}
