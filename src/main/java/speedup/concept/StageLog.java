package speedup.concept;

import java.util.ArrayList;
import java.util.List;
import speedup.concept.StageState.LogLine;

/** What happened on a stage, in order. Used by one thread. */
final class StageLog {
  private final long begun = System.nanoTime();
  private final ArrayList<LogLine> lines = new ArrayList<>();
  private List<LogLine> copy = List.of();
  private long dropped;

  void add(String actor, String text) {
    lines.add(new LogLine((System.nanoTime() - begun) / 1e9, actor, text));
    copy = null;
    if (lines.size() > 2 * StageState.LOG_LINES) {
      var old = lines.subList(0, lines.size() - StageState.LOG_LINES);
      dropped += old.size();
      old.clear();
    }
  }

  List<LogLine> lines() {
    if (copy == null) {
      copy =
          List.copyOf(
              lines.subList(Math.max(0, lines.size() - StageState.LOG_LINES), lines.size()));
    }
    return copy;
  }

  /** Lines that are gone. */
  long dropped() {
    return dropped + Math.max(0, lines.size() - StageState.LOG_LINES);
  }
}
