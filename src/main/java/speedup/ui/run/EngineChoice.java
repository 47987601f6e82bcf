package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.measure.EngineKind;
import speedup.ui.Messages;
import speedup.workload.Workload;

/** What a run compares with the baseline: a box for each engine. JavaFX thread only. */
final class EngineChoice extends VBox {
  private final List<EngineBox> boxes = new ArrayList<>();

  EngineChoice(RunOptionsModel model, EngineQuestion unavailable) {
    getStyleClass().add("field");
    for (var engine : EngineKind.values()) {
      if (engine != EngineKind.SEQUENTIAL) {
        boxes.add(new EngineBox(model, engine, unavailable));
      }
    }
    var row = new FlowPane();
    row.getStyleClass().add("engine-choice");
    row.getChildren().setAll(boxes);
    var label = new Label(Messages.get("options.engines"));
    label.setMnemonicParsing(true);
    label.setLabelFor(boxes.getFirst().box());
    getChildren().setAll(label, row, alone(model));
  }

  /** Greys out the engines that cannot run it. */
  void setWorkload(Workload workload) {
    boxes.forEach(box -> box.ask(workload));
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
