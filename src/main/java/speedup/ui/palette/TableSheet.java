package speedup.ui.palette;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;
import speedup.ui.chart.ChartTable;

/** The numbers of a chart in place of the chart, for whoever has the keyboard on it. */
public final class TableSheet extends Overlay {
  private final Label title = new Label();
  private final TableView<List<String>> table = new TableView<>();

  /**
   * Closed at first.
   *
   * @param over what it covers
   */
  public TableSheet(Pane over) {
    super(over, new VBox());
    setId("table-sheet");
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var close = new Button(Messages.get("keys.close"));
    close.setMinWidth(Button.USE_PREF_SIZE);
    close.setFocusTraversable(false);
    close.setOnAction(_ -> close());
    var head = new HBox(title, close);
    head.getStyleClass().add("field-row");
    table.accessibleTextProperty().bind(title.textProperty());
    VBox.setVgrow(table, Priority.ALWAYS);
    var panel = (VBox) getChildren().getFirst();
    panel.getStyleClass().add("key-sheet");
    panel.getChildren().addAll(head, table);
  }

  /**
   * Shows numbers.
   *
   * @param spoken what the chart shows, a sentence
   * @param rows the first one names the columns
   */
  public void show(String spoken, List<List<String>> rows) {
    title.setText(spoken);
    ChartTable.fill(table, rows);
    table.getSelectionModel().selectFirst();
    open();
  }

  @Override
  Node first() {
    return table;
  }
}
