package speedup.ui.concept;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import speedup.concept.Stage;
import speedup.concept.StageState;
import speedup.ui.fx.UiThread;

/**
 * Brings the states of a stage to the UI thread. However often it changes, at most one message is
 * on its way, and what arrives is how the stage is then. A circle of waiting processes that was
 * seen once stays known, as the stage ends it within a moment.
 */
final class StageRelay {
  /** What there is to draw. */
  record Seen(StageState state, Optional<Cycle> cycle) {}

  private final Stage stage;
  private final UiThread ui;
  private final Consumer<Seen> sink;
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile Optional<Cycle> cycle = Optional.empty();

  private StageRelay(Stage stage, UiThread ui, Consumer<Seen> sink) {
    this.stage = stage;
    this.ui = ui;
    this.sink = sink;
  }

  /**
   * Follows a stage.
   *
   * @param sink is given what is to be seen, on the UI thread
   */
  static void follow(Stage stage, UiThread ui, Consumer<Seen> sink) {
    var relay = new StageRelay(stage, ui, sink);
    stage.onChange(relay::changed);
  }

  private void changed(StageState state) {
    if (cycle.isEmpty()) {
      cycle = Cycle.in(state);
    }
    if (pending.compareAndSet(false, true)) {
      ui.execute(this::deliver);
    }
  }

  private void deliver() {
    pending.set(false);
    sink.accept(new Seen(stage.state(), cycle));
  }
}
