package speedup.ui.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import speedup.ui.Messages;
import speedup.workload.Shown;

/** Lines that were found, the match in each marked; a double click or Enter opens the file. */
final class FoundLines extends VBox {
  private final Label hint = new Label();
  private final Consumer<Path> opener;

  FoundLines(Shown.Lines found, Consumer<Path> opener) {
    this.opener = opener;
    getStyleClass().add("found-lines");
    var list = new ListView<Shown.Lines.Line>();
    list.getItems().setAll(found.lines());
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label(Messages.get("result.lines.none")));
    list.setAccessibleText(found.title());
    list.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
        open(list);
      }
    });
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        open(list);
        key.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    hint.setText(
        found.all() > found.lines().size()
            ? Messages.get("result.lines.first", found.lines().size(), found.all())
            : Messages.get("result.lines.open"));
    hint.getStyleClass().addAll("muted", "small");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    getChildren().add(hint);
  }

  /** What opens the file shows its beginning: where the line is in it has to be said. */
  private void open(ListView<Shown.Lines.Line> list) {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      hint.setText(
          Messages.get("result.lines.opened", chosen.file().getFileName(), chosen.number()));
      opener.accept(chosen.file());
    }
  }

  private static final class Cell extends ListCell<Shown.Lines.Line> {
    private static final double SCROLL_BAR = 20;

    Cell() {
      setPrefWidth(0); // never wider than the list: a long line goes on in the next row
    }

    /** As the line needs at the list's width; its own would be that of a line without an end. */
    @Override
    protected double computePrefHeight(double width) {
      if (getGraphic() == null) {
        return super.computePrefHeight(width);
      }
      var insets = snappedLeftInset() + snappedRightInset();
      var room = getListView().getWidth() - insets - SCROLL_BAR;
      return snappedTopInset() + getGraphic().prefHeight(Math.max(0, room)) + snappedBottomInset();
    }

    @Override
    protected void updateItem(Shown.Lines.Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      setGraphic(empty || line == null ? null : row(line));
      setTooltip(empty || line == null ? null : new Tooltip(line.file().toString()));
      setAccessibleText(
          empty || line == null
              ? null
              : Messages.get(
                  "result.lines.spoken", line.file().getFileName(), line.number(), line.text()));
    }

    private static HBox row(Shown.Lines.Line line) {
      var place = new Label(line.file().getFileName() + ":" + line.number());
      place.getStyleClass().addAll("muted", "tabular", "found-place");
      place.setMinWidth(USE_PREF_SIZE);
      var before = new Text(line.text().substring(0, line.from()));
      var match = new Text(line.text().substring(line.from(), line.to()));
      match.getStyleClass().add("match");
      var after = new Text(line.text().substring(line.to()));
      for (var part : new Text[] {before, match, after}) {
        part.getStyleClass().add("found-text");
      }
      var row = new HBox(place, new TextFlow(before, match, after));
      row.getStyleClass().add("found-row");
      return row;
    }
  }
}
