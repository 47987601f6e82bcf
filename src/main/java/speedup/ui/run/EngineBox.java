package speedup.ui.run;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import speedup.measure.EngineKind;
import speedup.ui.Messages;
import speedup.ui.Tips;
import speedup.workload.Workload;

/**
 * Whether an engine takes part. Greyed out where it cannot, with the reason; chosen again, where it
 * was, once it can. A pane around the box: a control that is disabled shows no tooltip and takes no
 * focus, so that the pane does it then, and shows the reason while the keyboard is there. JavaFX
 * thread only.
 */
final class EngineBox extends StackPane {
  private final RunOptionsModel model;
  private final EngineKind engine;
  private final EngineQuestion unavailable;
  private final CheckBox box;
  private final Tooltip tip = Tips.wrapped();

  /** Counts the questions: an answer to a former one is not heard. */
  private int asked;

  EngineBox(RunOptionsModel model, EngineKind engine, EngineQuestion unavailable) {
    this.model = model;
    this.engine = engine;
    this.unavailable = unavailable;
    box = new CheckBox(Messages.get("options.engine." + engine.id()));
    box.setId("engine-" + engine.id());
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setSelected(model.engines().contains(engine));
    box.selectedProperty().addListener((_, _, chosen) -> choose(chosen));
    model
        .engines()
        .addListener((Observable _) -> box.setSelected(model.engines().contains(engine)));
    getChildren().add(box);
    Tooltip.install(this, tip);
    getStyleClass().add("engine-box");
    setAccessibleRole(AccessibleRole.TEXT);
    focusedProperty().subscribe(this::showReason);
    explain(Optional.empty());
  }

  /** The control itself, for its label. */
  CheckBox box() {
    return box;
  }

  private void choose(boolean chosen) {
    if (chosen) {
      model.engines().add(engine);
    } else {
      model.engines().remove(engine);
    }
  }

  /** Asks whether the engine can run this workload. */
  void ask(Workload workload) {
    var question = ++asked;
    if (engine == EngineKind.PYTHON) {
      // a Python is started for the first answer, and the window does not wait for that
      Thread.ofVirtual()
          .start(() -> {
            var why = unavailable.why(workload, engine);
            Platform.runLater(() -> {
              if (question == asked) {
                explain(why);
              }
            });
          });
    } else {
      explain(unavailable.why(workload, engine));
    }
  }

  private void showReason(boolean focused) {
    var place = focused ? localToScreen(0, getHeight()) : null;
    if (place == null) { // left, or in no window
      tip.hide();
    } else {
      tip.show(this, place.getX(), place.getY());
    }
  }

  private void explain(Optional<String> why) {
    var words =
        why.map(Sentences::standAlone)
            .orElseGet(() -> Messages.get("options.engine." + engine.id() + ".tip"));
    tip.setText(words);
    box.setAccessibleHelp(words);
    model.setRefused(engine, why.isPresent());
    box.setDisable(why.isPresent());
    setFocusTraversable(why.isPresent());
    setAccessibleText(
        why.isPresent() ? Messages.get("options.engine.refused", box.getText(), words) : null);
  }
}
