package speedup.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;

/** Which key does what, to be read from afar. JavaFX thread only. */
public final class KeySheet extends Overlay {
  /**
   * Keys that belong together.
   *
   * @param title what they are about
   */
  public record Group(String title, List<Line> lines) {
    /** Copies the list. */
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of the sheet.
   *
   * @param what what the key does
   * @param key as it is written on this system
   */
  public record Line(String what, String key) {}

  private final Supplier<List<Group>> groups;
  private final FlowPane columns = new FlowPane();
  private final ScrollPane scroll = new ScrollPane(columns);

  /**
   * Closed at first.
   *
   * @param over what it covers
   * @param groups asked each time it comes up
   */
  public KeySheet(Pane over, Supplier<List<Group>> groups) {
    super(over, new VBox());
    this.groups = groups;
    setId("key-sheet");
    var title = new Label(Messages.get("keys.title"));
    title.getStyleClass().add("view-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var close = new Button(Messages.get("keys.close"));
    close.setFocusTraversable(false);
    close.setOnAction(_ -> close());
    var head = new HBox(title, gap, close);
    head.getStyleClass().add("field-row");
    columns.getStyleClass().add("key-columns");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("palette-scroll");
    scroll.setAccessibleText(Messages.get("keys.title"));
    var panel = (VBox) getChildren().getFirst();
    panel.getStyleClass().add("key-sheet");
    panel.getChildren().addAll(head, scroll);
  }

  @Override
  public void open() {
    columns.getChildren().setAll(groups.get().stream().map(KeySheet::group).toList());
    scroll.setVvalue(0);
    super.open();
  }

  @Override
  Node first() {
    return scroll; // its arrow keys scroll
  }

  private static Node group(Group group) {
    var title = new Label(group.title());
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    var grid = new GridPane();
    grid.getStyleClass().add("key-lines");
    var words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    var keys = new ColumnConstraints();
    keys.setMinWidth(Region.USE_PREF_SIZE);
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(words, keys);
    for (var line : group.lines()) {
      var what = new Label(line.what());
      what.setWrapText(true);
      what.setMinHeight(Region.USE_PREF_SIZE);
      var key = new Label(line.key());
      key.getStyleClass().add("key-name");
      key.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setValignment(key, VPos.TOP);
      grid.addRow(grid.getRowCount(), what, key);
    }
    var box = new VBox(title, grid);
    box.getStyleClass().add("key-group");
    return box;
  }
}
