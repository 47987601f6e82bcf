package speedup.ui;

import java.util.Optional;
import javafx.scene.control.Label;
import speedup.measure.Environment;
import speedup.ui.run.RunController;
import speedup.ui.view.RunHistory;

/** Fills the line at the lower edge. JavaFX thread only. */
final class StatusBar {
  private final Label pool;
  private final Label dispatch;
  private final Label events;

  /**
   * Of a window.
   *
   * @param cores is filled at once, as it never changes
   * @param notKept is shown when a run could not be kept
   */
  StatusBar(
      Label cores, Label pool, Label dispatch, Label events, Label notKept, RunHistory history) {
    this.pool = pool;
    this.dispatch = dispatch;
    this.events = events;
    var machine = Environment.current();
    cores.setText(Messages.get("shell.cores", machine.physicalCores(), machine.logicalCores()));
    Tips.tellWhile(history.problemProperty(), notKept);
  }

  /**
   * Tells what it tells anew.
   *
   * @param warm workers of the pool
   * @param runs the view of runs, once there is one
   */
  void refresh(int warm, Optional<RunController> runs) {
    pool.setText(
        warm == 0 ? Messages.get("shell.pool.cold") : Messages.get("shell.pool.warm", warm));
    runs.ifPresent(view -> {
      events.setText(Messages.get("shell.events", view.eventsSeen(), view.eventsLost()));
      dispatch.setText(
          view.model()
              .dispatchMicros()
              .map(micros -> Messages.get("shell.dispatch", Math.round(micros)))
              .orElse(""));
    });
  }
}
