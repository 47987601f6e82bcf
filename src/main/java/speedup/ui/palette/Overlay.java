package speedup.ui.palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Something over the whole window that has the keyboard until it is closed; then the keyboard is
 * where it was. Part of the window and not one of its own, so that size, colours and a full screen
 * are those of the window. JavaFX thread only.
 */
public abstract class Overlay extends StackPane {
  private final Pane over;
  private Node before;

  /**
   * Closed at first.
   *
   * @param over what it covers
   */
  Overlay(Pane over, Region panel) {
    this.over = over;
    getStyleClass().addAll("overlay", "form");
    panel.getStyleClass().add("overlay-panel");
    setAlignment(Pos.TOP_CENTER);
    setManaged(false);
    setVisible(false);
    getChildren().add(panel);
    over.getChildren().add(this);
    over.widthProperty().addListener(_ -> place());
    over.heightProperty().addListener(_ -> place());
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          } else if (event.getCode() == KeyCode.TAB) {
            event.consume(); // what is covered is not reached
          }
        });
  }

  /** Whether it is shown. */
  public final boolean isOpen() {
    return isVisible();
  }

  /** Comes up. */
  public void open() {
    if (!isOpen()) {
      before = getScene().getFocusOwner();
      setVisible(true);
      toFront();
    }
    place();
    first().requestFocus();
  }

  /** Goes, and gives the keyboard back. */
  public final void close() {
    if (isOpen()) {
      setVisible(false);
      if (before != null && before.getScene() == getScene()) {
        before.requestFocus();
      }
      before = null;
    }
  }

  /** What has the keyboard when it comes up. */
  abstract Node first();

  private void place() {
    if (isOpen()) {
      resizeRelocate(0, 0, over.getWidth(), over.getHeight());
    }
  }
}
