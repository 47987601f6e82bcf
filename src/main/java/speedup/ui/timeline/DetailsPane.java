package speedup.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import speedup.plot.timeline.TimelineState;
import speedup.ui.Messages;

/** What is selected and what is measured, in words. JavaFX thread only. */
public final class DetailsPane extends VBox {
  private final Label heading = new Label();
  private final Label wait = new Label();
  private final GridPane facts = new GridPane();
  private final Label measured = new Label(Messages.get("timeline.ruler.title"));
  private final Label ruler = new Label();

  /** Nothing is selected. */
  public DetailsPane() {
    getStyleClass().add("timeline-facts");
    heading.getStyleClass().add("section-title");
    measured.getStyleClass().add("section-title");
    wait.setId("timeline-wait");
    for (var label : new Label[] {heading, wait, ruler}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    facts.getStyleClass().add("facts");
    var names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().addAll(names, values);
    getChildren().addAll(heading, facts, wait, measured, ruler);
    for (var part : new javafx.scene.Node[] {measured, ruler, facts}) {
      part.managedProperty().bind(part.visibleProperty());
    }
  }

  void show(TimelineState state) {
    facts.getChildren().clear();
    facts.setVisible(state.selection().isPresent());
    state
        .selection()
        .ifPresentOrElse(
            selection -> {
              heading.setText(TimelineWords.heading(state, selection));
              wait.setText(TimelineWords.wait(state, selection));
              int row = 0;
              for (var fact : TimelineWords.facts(state, selection)) {
                add(row++, fact);
              }
            },
            () -> {
              heading.setText(Messages.get("timeline.selected.none"));
              wait.setText(Messages.get("timeline.selected.how"));
            });
    measured.setVisible(state.ruler().isPresent());
    ruler.setVisible(state.ruler().isPresent());
    state.ruler().ifPresent(window -> ruler.setText(TimelineWords.ruler(state, window)));
  }

  private void add(int row, TimelineWords.Fact fact) {
    var name = new Label(fact.name());
    name.getStyleClass().add("muted");
    GridPane.setValignment(name, VPos.TOP);
    var value = new Label(fact.value());
    value.getStyleClass().add("tabular");
    value.setWrapText(true);
    facts.addRow(row, name, value);
    if (facts.getRowConstraints().size() <= row) {
      facts.getRowConstraints().add(new RowConstraints());
    }
  }
}
