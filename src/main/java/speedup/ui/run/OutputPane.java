package speedup.ui.run;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import speedup.ui.Messages;

/** What a worker printed, behind a button that counts the lines. */
final class OutputPane extends VBox {
  private static final int ROWS = 5;

  private final FontIcon arrow = FontIcon.of(MaterialDesignC.CHEVRON_RIGHT);
  private final ToggleButton button = new ToggleButton("", arrow);
  private TextArea text;
  private List<String> lines = List.of();

  /** A closed pane, with this at the right end of its line. */
  OutputPane(Node beside) {
    button.getStyleClass().addAll("disclosure", "small");
    button.setMaxWidth(Double.MAX_VALUE);
    button.selectedProperty().addListener(_ -> open());
    HBox.setHgrow(button, Priority.ALWAYS);
    var line = new HBox(button, beside);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(line);
    count(0);
  }

  void show(List<String> now, long total) {
    count(total);
    if (!now.equals(lines)) {
      lines = now;
      fill();
    }
  }

  private void count(long total) {
    var words = Messages.get("worker.output", total);
    if (!words.equals(button.getText())) {
      button.setText(words);
      button.setDisable(total == 0);
    }
  }

  private void open() {
    arrow.setIconCode(
        button.isSelected() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    if (text == null) {
      text = new TextArea();
      text.setEditable(false);
      text.setPrefRowCount(ROWS);
      text.setPrefColumnCount(1);
      text.getStyleClass().add("output");
      text.setAccessibleText(Messages.get("worker.output.name"));
      text.managedProperty().bind(text.visibleProperty());
      text.visibleProperty().bind(button.selectedProperty());
      getChildren().add(text);
    }
    fill();
  }

  /** A closed pane costs nothing. */
  private void fill() {
    if (text != null && button.isSelected()) {
      text.setText(String.join("\n", lines));
      text.positionCaret(text.getLength());
    }
  }
}
