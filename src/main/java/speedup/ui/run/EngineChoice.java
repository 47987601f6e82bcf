package speedup.ui.run;

import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import speedup.measure.EngineKind;
import speedup.ui.Messages;

/** What a run compares with the baseline: a box for each engine. JavaFX thread only. */
final class EngineChoice extends VBox {
  EngineChoice(RunOptionsModel model, Function<EngineKind, Optional<String>> unavailable) {
    getStyleClass().add("field");
    var boxes = new FlowPane();
    boxes.getStyleClass().add("engine-choice");
    for (var engine : EngineKind.values()) {
      if (engine != EngineKind.SEQUENTIAL) {
        boxes.getChildren().add(box(model, engine, unavailable));
      }
    }
    var label = new Label(Messages.get("options.engines"));
    label.setMnemonicParsing(true);
    label.setLabelFor(((StackPane) boxes.getChildren().getFirst()).getChildren().getFirst());
    getChildren().setAll(label, boxes, alone(model));
  }

  /** In a pane of its own: a control that is disabled shows no tooltip. */
  private static StackPane box(
      RunOptionsModel model,
      EngineKind engine,
      Function<EngineKind, Optional<String>> unavailable) {
    var name = Messages.get("options.engine." + engine.id());
    var box = new CheckBox(name);
    box.setId("engine-" + engine.id());
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setSelected(model.engines().contains(engine));
    box.selectedProperty()
        .addListener((_, _, chosen) -> {
          if (chosen) {
            model.engines().add(engine);
          } else {
            model.engines().remove(engine);
          }
        });
    model
        .engines()
        .addListener((Observable _) -> box.setSelected(model.engines().contains(engine)));
    var pane = new StackPane(box);
    var tip = new Tooltip();
    tip.getStyleClass().add("help");
    tip.setWrapText(true);
    Tooltip.install(pane, tip);
    if (engine == EngineKind.PYTHON) {
      explain(box, tip, engine, Optional.empty());
      // a Python is started for the answer, and the window does not wait for that
      Thread.ofVirtual()
          .start(() -> {
            var why = unavailable.apply(engine);
            Platform.runLater(() -> explain(box, tip, engine, why));
          });
    } else {
      explain(box, tip, engine, unavailable.apply(engine));
    }
    return pane;
  }

  private static void explain(
      CheckBox box, Tooltip tip, EngineKind engine, Optional<String> unavailable) {
    var words = unavailable.orElseGet(() -> Messages.get("options.engine." + engine.id() + ".tip"));
    tip.setText(words);
    box.setAccessibleHelp(words);
    if (unavailable.isPresent()) {
      box.setSelected(false);
    }
    box.setDisable(unavailable.isPresent());
  }

  private static Label alone(RunOptionsModel model) {
    var label = new Label(Messages.get("options.engines.none"));
    label.getStyleClass().addAll("muted", "small");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.visibleProperty().bind(Bindings.isEmpty(model.engines()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
