package speedup.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;

/**
 * Everything that can be done, found by some letters of its name: typed, chosen with the arrows,
 * done with Enter. JavaFX thread only.
 */
public final class Palette extends Overlay {
  /** More rows would be scrolled through by nobody. */
  private static final int MOST = 40;

  private static final int PAGE = 8;

  private final Supplier<List<Entry>> entries;
  private final TextField query = new TextField();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Label note = new Label();
  private List<Entry> offered = List.of();
  private List<Entry> found = List.of();
  private int chosen;

  /**
   * Closed at first.
   *
   * @param over what it covers
   * @param entries asked each time it comes up
   */
  public Palette(Pane over, Supplier<List<Entry>> entries) {
    super(over, new VBox());
    this.entries = entries;
    setId("palette");
    query.setId("palette-query");
    query.setPromptText(Messages.get("palette.prompt"));
    query.setAccessibleText(Messages.get("palette.name"));
    query.textProperty().addListener(_ -> refresh());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
    rows.setAccessibleText(Messages.get("palette.name"));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("palette-scroll");
    note.getStyleClass().addAll("muted", "palette-note");
    note.setWrapText(true);
    note.managedProperty().bind(note.visibleProperty());
    var panel = (VBox) getChildren().getFirst();
    panel.getStyleClass().add("palette");
    panel.getChildren().addAll(query, scroll, note);
  }

  @Override
  public void open() {
    offered = entries.get();
    query.clear();
    refresh();
    super.open();
  }

  @Override
  Node first() {
    return query;
  }

  private void refresh() {
    found = Finder.find(offered, query.getText());
    var shown = found.subList(0, Math.min(MOST, found.size()));
    rows.getChildren().setAll(shown.stream().map(this::row).toList());
    note.setText(
        found.isEmpty()
            ? Messages.get("palette.none")
            : Messages.get("palette.more", found.size() - shown.size()));
    note.setVisible(found.isEmpty() || found.size() > shown.size());
    choose(0);
  }

  private PaletteRow row(Entry entry) {
    var row = new PaletteRow(entry);
    row.setOnMouseClicked(_ -> run(entry));
    return row;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> choose(chosen - 1);
      case DOWN -> choose(chosen + 1);
      case PAGE_UP -> choose(chosen - PAGE);
      case PAGE_DOWN -> choose(chosen + PAGE);
      case ENTER -> {
        if (!found.isEmpty()) {
          run(found.get(chosen));
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int next) {
    chosen = Math.clamp(next, 0, Math.max(0, rows.getChildren().size() - 1));
    for (var i = 0; i < rows.getChildren().size(); i++) {
      ((PaletteRow) rows.getChildren().get(i)).setChosen(i == chosen);
    }
    if (!found.isEmpty()) {
      query.setAccessibleHelp(PaletteRow.spoken(found.get(chosen)));
      bringIntoSight(rows.getChildren().get(chosen));
    }
  }

  private void bringIntoSight(Node row) {
    scroll.layout();
    var room = scroll.getViewportBounds().getHeight();
    var spare = rows.getHeight() - room;
    if (spare <= 0) {
      return;
    }
    var place = row.getBoundsInParent();
    var top = scroll.getVvalue() * spare;
    if (place.getMinY() < top) {
      scroll.setVvalue(place.getMinY() / spare);
    } else if (place.getMaxY() > top + room) {
      scroll.setVvalue((place.getMaxY() - room) / spare);
    }
  }

  /** One that cannot be done stays, with its reason. */
  private void run(Entry entry) {
    if (entry.isPossible()) {
      close();
      entry.action().run();
    }
  }
}
