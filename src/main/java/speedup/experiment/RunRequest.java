package speedup.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import speedup.measure.EngineKind;

/**
 * What a person asked for. A value: the same request can be run again.
 *
 * @param workload id of the workload
 * @param settings by parameter id, only what was set
 * @param engines what to run, in this order: the baseline first, which is always there
 * @param workers worker processes, or threads, of the parallel runs, 1 to {@link #MAX_WORKERS}
 * @param chunk items in a chunk; empty to choose by measured work
 * @param repeats timed runs of each kind, 1 to {@link #MAX_REPEATS}
 * @param start whether the start of processes belongs to the measured time
 */
public record RunRequest(
    String workload,
    Map<String, String> settings,
    List<EngineKind> engines,
    int workers,
    OptionalInt chunk,
    int repeats,
    Start start) {
  /** More worker processes than this are a mistake on any machine that runs the app. */
  public static final int MAX_WORKERS = 64;

  /** More repeats than this are a mistake. */
  public static final int MAX_REPEATS = 1_000;

  /** The engines of a request for the baseline alone. */
  public static final List<EngineKind> BASELINE = List.of(EngineKind.SEQUENTIAL);

  /** The engines of the usual request: the baseline and the process pool, compared. */
  public static final List<EngineKind> COMPARE =
      List.of(EngineKind.SEQUENTIAL, EngineKind.PROCESSES);

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
    var ordered = new LinkedHashSet<>(BASELINE);
    ordered.addAll(engines);
    engines = List.copyOf(ordered);
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

  /** The engines that are compared with the baseline. */
  public List<EngineKind> compared() {
    return engines.subList(1, engines.size());
  }

  /** The engine that the report is about in the first place; empty for the baseline alone. */
  public Optional<EngineKind> main() {
    return compared().contains(EngineKind.PROCESSES)
        ? Optional.of(EngineKind.PROCESSES)
        : compared().stream().findFirst();
  }
}
