package speedup.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import speedup.settings.WindowPlace;
import speedup.ui.view.PreferenceBook;
import speedup.ui.view.View;

/** Remembers where the window is, and puts it there again at the next start. JavaFX thread only. */
final class WindowState {
  /** A window on its way to its full size tells many sizes that are none of its own. */
  private static final Duration SETTLED = Duration.millis(300);

  private final Stage stage;
  private final PreferenceBook book;
  private final Supplier<View> view;
  private final PauseTransition pause = new PauseTransition(SETTLED);

  /** When it was neither maximised nor a whole screen nor an icon. */
  private Rectangle2D normal;

  private boolean beganMaximised;
  private boolean closed;

  /**
   * The state of a window that is not shown yet.
   *
   * @param view what is shown in it
   */
  WindowState(Stage stage, PreferenceBook book, Supplier<View> view) {
    this.stage = stage;
    this.book = book;
    this.view = view;
  }

  /** Puts the window where it was. */
  void restore() {
    var before = book.get().window();
    normal = WindowPlacing.place(before, screens());
    if (before.isPresent() || Double.isNaN(stage.getWidth())) {
      putBack();
    }
    beganMaximised = before.map(WindowPlace::maximised).orElse(false);
    stage.setMaximized(beganMaximised);
    pause.setOnFinished(_ -> settled());
    InvalidationListener moved = _ -> pause.playFromStart();
    List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(each -> each.addListener(moved));
    stage.maximizedProperty().addListener((_, _, now) -> turned(now));
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> close());
  }

  private void putBack() {
    stage.setX(normal.getMinX());
    stage.setY(normal.getMinY());
    stage.setWidth(normal.getWidth());
    stage.setHeight(normal.getHeight());
  }

  private void turned(boolean maximised) {
    keep();
    if (!maximised && beganMaximised) {
      beganMaximised = false;
      // the system does not know what size it had in another process
      Platform.runLater(this::putBack);
    }
  }

  /** What a window may cover, the primary screen first. */
  private static List<Rectangle2D> screens() {
    var all = new ArrayList<Rectangle2D>();
    all.add(Screen.getPrimary().getVisualBounds());
    Screen.getScreens().forEach(screen -> all.add(screen.getVisualBounds()));
    return all;
  }

  private void settled() {
    var known = Double.isFinite(stage.getX() + stage.getY());
    if (known && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
      normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  /** The window closes, or is closed already. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (pause.getStatus() == Animation.Status.RUNNING) {
      pause.stop();
      settled();
    }
    keep();
  }

  private void keep() {
    var place =
        new WindowPlace(
            normal.getMinX(),
            normal.getMinY(),
            Math.max(1, normal.getWidth()),
            Math.max(1, normal.getHeight()),
            stage.isMaximized(),
            view.get().id());
    book.change(now -> now.with(place));
  }
}
