package speedup.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a person asked for. A value: the same request can be run again.
 *
 * @param workload id of the workload
 * @param settings by parameter id, only what was set
 * @param mode what to run
 * @param workers worker processes of the parallel runs, 1 to {@link #MAX_WORKERS}
 * @param chunk items in a chunk; empty to choose by measured work
 * @param repeats timed runs of each kind, 1 to {@link #MAX_REPEATS}
 * @param start whether the start of processes belongs to the measured time
 */
public record RunRequest(
    String workload,
    Map<String, String> settings,
    Mode mode,
    int workers,
    OptionalInt chunk,
    int repeats,
    Start start) {
  /** More worker processes than this are a mistake on any machine that runs the app. */
  public static final int MAX_WORKERS = 64;

  /** More repeats than this are a mistake. */
  public static final int MAX_REPEATS = 1_000;

  /** What to run. */
  public enum Mode {
    /** The baseline only. */
    SEQUENTIAL,
    /** The baseline and the process pool, compared. */
    COMPARE
  }

  /** Two different experiments. */
  public enum Start {
    /** Processes are up and their code is hot before the clock starts. */
    WARM,
    /** Every timed run starts fresh processes, and their start counts. */
    COLD
  }

  /** Copies the settings and checks the numbers. */
  public RunRequest {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    if (workers < 1 || workers > MAX_WORKERS) {
      throw new IllegalArgumentException(
          "workers: %,d is outside 1 to %d".formatted(workers, MAX_WORKERS));
    }
    if (chunk.isPresent() && chunk.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "chunk: %,d is not possible; give 1 or more items, or auto".formatted(chunk.getAsInt()));
    }
    if (repeats < 1 || repeats > MAX_REPEATS) {
      throw new IllegalArgumentException(
          "repeat: %,d is outside 1 to %,d".formatted(repeats, MAX_REPEATS));
    }
  }
}
