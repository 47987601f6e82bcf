package speedup.ui.scaling;

import java.util.Locale;
import speedup.experiment.SweepRequest;
import speedup.ui.Messages;

/** What the points of a study differ in. */
public enum StudyMode {
  /** Worker counts, the problem staying the same: Amdahl. */
  STRONG,
  /** Worker counts, the problem growing with them: Gustafson. */
  WEAK,
  /** Items in a chunk. */
  CHUNKS,
  /** Problem sizes. */
  SIZES;

  /** What the points of a request differ in. */
  static StudyMode of(SweepRequest request) {
    if (request.weak()) {
      return WEAK;
    }
    return switch (request.axis()) {
      case WORKERS -> STRONG;
      case CHUNKS -> CHUNKS;
      case SIZES -> SIZES;
    };
  }

  /** The name in messages. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A short name. */
  public String title() {
    return Messages.get("study.mode." + id());
  }

  /** What it answers, in one line. */
  public String meaning() {
    return Messages.get("study.mode." + id() + ".meaning");
  }

  /** What the list of values holds. */
  String valuesLabel() {
    return Messages.get("study.values." + id());
  }

  /** Whether the values are worker counts. */
  boolean ofWorkers() {
    return this == STRONG || this == WEAK;
  }
}
