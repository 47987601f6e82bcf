package speedup.measure;

import java.util.OptionalDouble;

/**
 * One timed run with what decided its time.
 *
 * @param sample engine, workers and wall time
 * @param chunkItems items in a chunk; of the plain loop those that the other runs have
 * @param size of the problem, as a multiple of the size that was asked for; 1 or more
 * @param breakdown where the time of all its workers went
 * @param otherLoad the share of all processors' time that other programs used during the run, 0 to
 *     1; empty where the system does not tell or the run was too short to see it
 */
public record TimedRun(
    Sample sample, long chunkItems, int size, Breakdown breakdown, OptionalDouble otherLoad) {
  /** Above this share of the processors other programs disturb a run. */
  public static final double NOISY = 0.1;

  /** Checks that the numbers are possible. */
  public TimedRun {
    if (chunkItems < 1 || size < 1) {
      throw new IllegalArgumentException(
          "a run needs a chunk and a size of at least 1: %d, %d".formatted(chunkItems, size));
    }
  }

  /** Whether other programs used so much of the machine that the time is not to be relied on. */
  public boolean noisy() {
    return otherLoad.isPresent() && otherLoad.getAsDouble() > NOISY;
  }
}
