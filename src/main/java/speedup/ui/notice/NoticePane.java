package speedup.ui.notice;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.Messages;
import speedup.ui.notice.NoticeBoard.Kind;
import speedup.ui.notice.NoticeBoard.Notice;

/** The notices of a board, over the view, where they take no room from it. JavaFX thread only. */
public final class NoticePane extends VBox {
  private static final Duration STAYS = Duration.seconds(6);

  private final Map<Notice, Shown> shown = new HashMap<>();
  private NoticeBoard board;

  /** A notice, and when it goes. */
  private record Shown(Node node, PauseTransition goes) {}

  /** Empty. */
  public NoticePane() {
    getStyleClass().add("notices");
    setPickOnBounds(false); // what is under it can be clicked
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
  }

  /** Shows what is on this board from now on. */
  public void open(NoticeBoard itsBoard) {
    board = itsBoard;
    board.notices().addListener((ListChangeListener<Notice>) _ -> draw());
    draw();
  }

  private void draw() {
    shown
        .entrySet()
        .removeIf(entry -> {
          var gone = !board.notices().contains(entry.getKey());
          if (gone) {
            entry.getValue().goes().stop();
          }
          return gone;
        });
    getChildren()
        .setAll(
            board.notices().stream()
                .map(notice -> shown.computeIfAbsent(notice, this::show).node())
                .toList());
  }

  private Shown show(Notice notice) {
    var error = notice.kind() == Kind.ERROR;
    var icon = new FontIcon(error ? "mdi2a-alert-circle-outline" : "mdi2c-check-circle-outline");
    var words =
        new Label(
            notice.times() == 1
                ? notice.words()
                : Messages.get("notice.times", notice.words(), notice.times()));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var close = new Button("", new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(Messages.get("notice.close"));
    close.setOnAction(_ -> board.close(notice));
    var node = new HBox(icon, words, close);
    node.getStyleClass().add("notice");
    if (error) {
      node.getStyleClass().add("notice-error");
    }
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.setAccessibleText(words.getText());
    node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    var goes = new PauseTransition(STAYS);
    goes.setOnFinished(_ -> {
      if (node.isHover() || close.isFocused()) {
        goes.playFromStart(); // it is being read
      } else {
        board.close(notice);
      }
    });
    if (!error) {
      goes.play();
    }
    return new Shown(node, goes);
  }
}
