package speedup.plot.timeline;

import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what a timeline looks like. Immutable.
 *
 * @param runs one, or two that are compared; from top to bottom
 * @param window what is visible
 * @param selection what is looked at
 * @param ruler what is measured
 */
public record TimelineState(
    List<TimedTrace> runs,
    TimeWindow window,
    Optional<Selection> selection,
    Optional<TimeWindow> ruler) {
  /** Copies the list. */
  public TimelineState {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a timeline is of one run at least");
    }
  }

  /** A look at all of these runs. */
  public static TimelineState of(List<TimedTrace> runs) {
    return new TimelineState(runs, bounds(runs), Optional.empty(), Optional.empty());
  }

  /** From the start to the end of the longest run. */
  public TimeWindow bounds() {
    return bounds(runs);
  }

  private static TimeWindow bounds(List<TimedTrace> runs) {
    return TimeWindow.all(runs.stream().mapToLong(run -> run.all().to()).max().orElse(1));
  }

  /** The same look through another window. */
  public TimelineState withWindow(TimeWindow next) {
    return new TimelineState(runs, next, selection, ruler);
  }

  /** The same window with another thing looked at. */
  public TimelineState withSelection(Optional<Selection> next) {
    return new TimelineState(runs, window, next, ruler);
  }

  /** The same with another stretch measured. */
  public TimelineState withRuler(Optional<TimeWindow> next) {
    return new TimelineState(runs, window, selection, next);
  }
}
