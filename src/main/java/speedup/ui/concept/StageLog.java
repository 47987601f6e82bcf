package speedup.ui.concept;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import speedup.concept.StageState;
import speedup.concept.StageState.LogLine;
import speedup.ui.Messages;

/** What happened on a stage, the newest in sight. */
public final class StageLog extends ListView<LogLine> {
  /** Room for the scroll bar, in heights of the text. */
  private static final double BAR = 2.2;

  private long shownTo;

  /** Without lines. */
  public StageLog() {
    getStyleClass().add("stage-log");
    setAccessibleText(Messages.get("concept.log"));
    var place = new Label(Messages.get("concept.log.empty"));
    place.getStyleClass().add("muted");
    place.setWrapText(true);
    setPlaceholder(place);
    setCellFactory(_ -> new Line());
    heightProperty().addListener(_ -> toNewest());
  }

  /** Another stage is to come. */
  void clear() {
    getItems().clear();
    shownTo = 0;
  }

  /** Adds what has happened since the last time. */
  void show(StageState state) {
    var log = state.log();
    var end = state.droppedLines() + log.size();
    if (end == shownTo) {
      return;
    }
    var more = (int) Math.min(log.size(), end - shownTo);
    add(log.subList(log.size() - more, log.size()));
    shownTo = end;
    toNewest();
  }

  private void toNewest() {
    if (!getItems().isEmpty()) {
      scrollTo(getItems().size() - 1);
    }
  }

  private void add(List<LogLine> more) {
    var tooMany = getItems().size() + more.size() - StageState.LOG_LINES;
    if (tooMany >= getItems().size()) {
      getItems().setAll(more);
      return;
    }
    if (tooMany > 0) {
      getItems().remove(0, tooMany);
    }
    getItems().addAll(more);
  }

  /** A line in words. */
  static String words(LogLine line) {
    return line.actor().isEmpty()
        ? Messages.get("concept.log.stage", line.seconds(), line.text())
        : Messages.get("concept.log.line", line.seconds(), line.actor(), line.text());
  }

  /** A line that may be longer than the list is wide. */
  private static final class Line extends ListCell<LogLine> {
    Line() {
      setWrapText(true);
    }

    @Override
    protected void updateItem(LogLine line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : words(line));
    }

    @Override
    protected double computePrefWidth(double height) {
      return 1; // as wide as the list, and no wider
    }

    @Override
    protected double computePrefHeight(double width) {
      var list = getListView();
      return list == null
          ? super.computePrefHeight(width)
          : super.computePrefHeight(list.getWidth() - BAR * getFont().getSize());
    }
  }
}
