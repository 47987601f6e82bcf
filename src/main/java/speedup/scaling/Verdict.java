package speedup.scaling;

import java.util.Optional;

/**
 * Why the speedup is what it is.
 *
 * @param kind the rule that spoke
 * @param sentence what was seen, such as "1.87 times as fast on 2 workers: 93 % of the ideal."
 * @param advice what would change it, one sentence; empty where nothing would
 * @param evidence the part of the breakdown that shows it, empty where it is about the whole
 */
public record Verdict(Kind kind, String sentence, String advice, Optional<Part> evidence) {
  /** The rules. */
  public enum Kind {
    /** The sequential run is too short to be measured. */
    TOO_FAST,
    /** Parallel was slower than sequential. */
    SLOWER,
    /** More workers than cores. */
    MORE_WORKERS_THAN_CORES,
    /** One part of the breakdown took a large share. */
    LARGEST_LOSS,
    /** Repeats differ too much to trust the number. */
    NOISY,
    /** Close to the ideal. */
    NEAR_IDEAL
  }

  /** Where the evidence is to be seen. */
  public enum Chart {
    /** Where the time went, and the waterfall; {@link #evidence()} names the part. */
    BREAKDOWN,
    /** The single runs: how long they took and how much they differ. */
    RUNS,
    /** The speedup by workers, with the ideal and the cores. */
    SPEEDUP
  }

  /** The chart that shows it. */
  public Chart chart() {
    if (evidence.isPresent()) {
      return Chart.BREAKDOWN;
    }
    return kind == Kind.TOO_FAST || kind == Kind.NOISY ? Chart.RUNS : Chart.SPEEDUP;
  }

  /** The parts of a breakdown. */
  public enum Part {
    START,
    WARM_UP,
    WAITING,
    SERIALISE,
    COMPUTE,
    IDLE_TAIL,
    MERGE
  }
}
