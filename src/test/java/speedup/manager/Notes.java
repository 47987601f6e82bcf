package speedup.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a script has seen, in text, so that two runs can be compared. */
final class Notes {
  /** An operation that may throw. */
  @FunctionalInterface
  interface Step {
    /** Runs. */
    Object run() throws Exception;
  }

  private final List<String> lines = new ArrayList<>();

  /** Notes a result, or the class of what was thrown. */
  Notes add(Step step) {
    try {
      lines.add(text(step.run()));
    } catch (Exception e) {
      lines.add(e.getClass().getName());
    }
    return this;
  }

  /** Does something without a result. */
  Notes does(Act act) {
    return add(() -> {
      act.run();
      return "done";
    });
  }

  /** An operation without a result. */
  @FunctionalInterface
  interface Act {
    /** Runs. */
    void run() throws Exception;
  }

  private static String text(Object value) {
    return switch (value) {
      case Object[] array -> List.of(array).toString();
      case Map<?, ?> map -> map.toString();
      case null -> "null";
      default -> value.toString();
    };
  }

  List<String> lines() {
    return lines;
  }
}
