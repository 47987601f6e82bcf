package speedup.ui.run;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Gives columns the width of their texts: where all have room they share what is left, else the
 * table is moved from side to side and nothing is cut off. FX thread only.
 */
final class ColumnWidths {
  /** Beyond these the widths hardly change, and measuring takes time. */
  private static final int MEASURED_ROWS = 200;

  /** Left and right of a text, in font sizes. */
  private static final double PADDING = 2;

  private final TableView<List<String>> table;
  private Font measuredFont;
  private double measuredWidth;
  private int measuredRows;

  private ColumnWidths(TableView<List<String>> table) {
    this.table = table;
  }

  /** Sees to the columns of a table from now on. */
  static void keep(TableView<List<String>> table) {
    var widths = new ColumnWidths(table);
    table
        .needsLayoutProperty()
        .addListener((_, _, needed) -> {
          if (!needed) {
            widths.refresh();
          }
        });
  }

  private void refresh() {
    if (!(table.lookup(".column-header .label") instanceof Label header)
        || header.getFont().equals(measuredFont)
            && table.getWidth() == measuredWidth
            && table.getItems().size() == measuredRows) {
      return;
    }
    measuredFont = header.getFont();
    measuredWidth = table.getWidth();
    measuredRows = table.getItems().size();
    var needed =
        table.getColumns().stream()
            .mapToDouble(column -> width(table.getColumns().indexOf(column)))
            .toArray();
    var together = 0.0;
    for (var i = 0; i < needed.length; i++) {
      table.getColumns().get(i).setMinWidth(needed[i]);
      table.getColumns().get(i).setPrefWidth(needed[i]);
      together += needed[i];
    }
    table.setColumnResizePolicy(
        together <= measuredWidth - 2 * measuredFont.getSize()
            ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
  }

  private double width(int column) {
    var texts =
        Stream.concat(
            Stream.of(table.getColumns().get(column).getText()),
            table.getItems().stream().limit(MEASURED_ROWS).map(row -> row.get(column)));
    var widest = texts.mapToDouble(this::width).max().orElse(0);
    return Math.ceil(widest + PADDING * measuredFont.getSize());
  }

  /** Headers are bold, and their font is that of all: a little too wide for the cells. */
  private double width(String words) {
    var text = new Text(words);
    text.setFont(measuredFont);
    return text.getLayoutBounds().getWidth();
  }
}
