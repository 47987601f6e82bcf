package speedup.ui.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The numbers of a chart as a table. */
public final class ChartTable {
  private ChartTable() {}

  /** Shows rows of text, the first of which names the columns. */
  public static void fill(TableView<List<String>> table, List<List<String>> rows) {
    table.getColumns().clear();
    table.getItems().clear();
    if (rows.isEmpty()) {
      return;
    }
    var names = rows.getFirst();
    for (var i = 0; i < names.size(); i++) {
      var index = i;
      var column = new TableColumn<List<String>, String>(names.get(i));
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
      column.setSortable(false);
      table.getColumns().add(column);
    }
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getItems().setAll(rows.subList(1, rows.size()));
  }
}
