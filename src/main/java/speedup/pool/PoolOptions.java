package speedup.pool;

import java.time.Duration;
import java.util.List;

/**
 * How a pool behaves.
 *
 * @param heartbeat time between a busy worker's signs of life
 * @param silence a worker that is not heard for this long is taken for dead and killed
 * @param startLimit a worker that has not said hello by then is killed
 * @param stopGrace how long a worker may take to leave a cancelled task before it is killed
 * @param crashLimit so many deaths of one worker within {@link #crashWindow} end its replacement
 * @param crashWindow see {@link #crashLimit}
 * @param admitted package prefixes of classes that may cross, beside plain values and the package
 *     of the task itself
 */
public record PoolOptions(
    Duration heartbeat,
    Duration silence,
    Duration startLimit,
    Duration stopGrace,
    int crashLimit,
    Duration crashWindow,
    List<String> admitted) {
  /** Copies the prefixes. */
  public PoolOptions {
    admitted = List.copyOf(admitted);
  }

  /** What suits a desktop machine. */
  public static PoolOptions defaults() {
    return new PoolOptions(
        Duration.ofMillis(250),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMillis(150),
        5,
        Duration.ofSeconds(10),
        List.of("speedup."));
  }
}
