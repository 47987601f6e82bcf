package speedup.ui.code;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import speedup.workload.SourceProblem;

/** What the compiler says, a line for each; a click or Enter goes there. */
public final class ProblemList extends ListView<SourceProblem> {
  private static final int MOST_ROWS = 5;
  private static final double ROW_EM = 2.2;

  /**
   * A list that takes no room while it is empty.
   *
   * @param name what a screen reader calls it
   * @param goTo is given the chosen problem
   */
  public ProblemList(String name, Consumer<SourceProblem> goTo) {
    getStyleClass().add("code-problems");
    setAccessibleText(name);
    setCellFactory(_ -> new Cell());
    managedProperty().bind(visibleProperty());
    setVisible(false);
    setOnMouseClicked(_ -> chosen(goTo));
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        chosen(goTo);
        event.consume();
      }
    });
  }

  private void chosen(Consumer<SourceProblem> goTo) {
    var chosen = getSelectionModel().getSelectedItem();
    if (chosen != null) {
      goTo.accept(chosen);
    }
  }

  /** Shows what the compiler says now, and from now on. */
  public void follow(ObservableValue<? extends java.util.List<SourceProblem>> problems) {
    problems.subscribe(now -> {
      getItems().setAll(now);
      setVisible(!now.isEmpty());
      var height =
          "-fx-pref-height: %sem;".formatted(ROW_EM * Math.min(MOST_ROWS, now.size()) + 0.9);
      setStyle(height);
    });
  }

  private static final class Cell extends ListCell<SourceProblem> {
    @Override
    protected void updateItem(SourceProblem problem, boolean empty) {
      super.updateItem(problem, empty);
      getStyleClass().removeAll("error-text", "warning-text");
      if (empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      getStyleClass().add(problem.error() ? "error-text" : "warning-text");
      setGraphic(
          FontIcon.of(
              problem.error()
                  ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                  : MaterialDesignA.ALERT_OUTLINE));
      setText(problem.inWords());
    }
  }
}
