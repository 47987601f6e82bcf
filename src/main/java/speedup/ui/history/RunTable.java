package speedup.ui.history;

import java.time.format.FormatStyle;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import speedup.history.KeptRun;
import speedup.history.RunSummary;
import speedup.plot.Texts;
import speedup.ui.Messages;
import speedup.ui.Tips;

/** The list of kept runs. FX thread only. */
final class RunTable {
  /** Width at 100 %, in pixels, under which there is none for the machine. */
  private static final double ROOM_FOR_MACHINE = 580;

  private RunTable() {}

  /**
   * Makes the columns.
   *
   * @param looksAt is told of the rows that come into sight
   */
  static void fill(TableView<RunSummary> table, IntConsumer looksAt) {
    column(table, "when", run -> HistoryWords.when(run.when(), FormatStyle.SHORT));
    column(table, "workload", RunSummary::workload);
    column(table, "what", RunTable::what);
    column(table, "speedup", RunTable::speedup).getStyleClass().add("number-column");
    column(table, "machine", RunSummary::machine);
    column(table, "note", RunSummary::note);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setRowFactory(_ ->
        new TableRow<>() {
          @Override
          protected void updateItem(RunSummary item, boolean empty) {
            super.updateItem(item, empty);
            if (!empty) {
              looksAt.accept(getIndex());
            }
          }
        });
  }

  /** Gives the columns the room that their texts need; the machine goes where there is none. */
  static void setRoom(TableView<RunSummary> table, double scale) {
    for (var column : table.getColumns()) {
      switch (column.getId()) {
        case "when" -> fix(column, 164 * scale);
        case "speedup" -> fix(column, 80 * scale);
        case "what" -> column.setMinWidth(112 * scale);
        case "machine" -> {
          column.setMinWidth(72 * scale);
          column.setVisible(table.getWidth() >= ROOM_FOR_MACHINE * scale);
        }
        case "note" -> column.setMinWidth(48 * scale);
        default -> column.setMinWidth(98 * scale);
      }
    }
  }

  private static void fix(TableColumn<RunSummary, ?> column, double width) {
    column.setMinWidth(0); // a minimum above the maximum would be kept
    column.setMaxWidth(width);
    column.setMinWidth(width);
  }

  private static TableColumn<RunSummary, String> column(
      TableView<RunSummary> table, String id, Function<RunSummary, String> text) {
    var column = new TableColumn<RunSummary, String>(Messages.get("history.column." + id));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(_ -> new OneLine());
    column.setId(id);
    column.setSortable(false); // the newest first, however many are read
    column.setReorderable(false);
    table.getColumns().add(column);
    return column;
  }

  /** A text that is told whole where there is no room for it. */
  private static final class OneLine extends TableCell<RunSummary, String> {
    private final Tooltip whole = Tips.wrapped();

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      var line = empty || text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
      setText(line);
      whole.setText(text == null ? "" : text);
      setTooltip(line.isEmpty() ? null : whole);
    }
  }

  /** What was compared, such as "processes \u00d74". */
  static String what(RunSummary run) {
    var engines = run.engines().replace("sequential,", "").replace(",", ", ");
    return Messages.get(
        run.kind() == KeptRun.Kind.STUDY ? "history.what.study" : "history.what.run",
        engines,
        run.workers());
  }

  static String speedup(RunSummary run) {
    return run.speedup().isPresent() && run.workers() > 0
        ? Messages.get("history.times", Texts.number(run.speedup().getAsDouble(), 2))
        : "";
  }
}
