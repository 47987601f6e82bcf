package speedup.ui;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import speedup.plot.ChartTheme;

/**
 * The window for the last row of a room: the whole screen, light, large, with nothing but the view.
 * Number keys choose views, C hides the earlier result so that the class predicts first, Esc or F11
 * leaves. What the window looked like before comes back. JavaFX thread only.
 */
final class Presentation {
  /** Text of 24 pixels. */
  static final UiScale LARGE = new UiScale(185);

  private static final String LOOK = "presentation";

  private final ShellController shell;
  private final BorderPane root;
  private final Stage stage;
  private final PresentationBar bar;
  private boolean on;
  private Theme themeBefore;
  private UiScale scaleBefore;
  private boolean fullBefore;

  /**
   * Of a window.
   *
   * @param root what bears the look, see workbench.css
   * @param running whether anything runs
   * @param notReady whether Run would do nothing
   */
  Presentation(
      ShellController shell,
      BorderPane root,
      Stage stage,
      BooleanExpression running,
      ObservableBooleanValue notReady) {
    this.shell = shell;
    this.root = root;
    this.stage = stage;
    bar = new PresentationBar(root, running, notReady, shell, this::leave);
    root.addEventFilter(
        MouseEvent.MOUSE_MOVED,
        _ -> {
          if (on) {
            bar.appear();
          }
        });
    // the system has ways out of its own
    stage
        .fullScreenProperty()
        .addListener((_, _, full) -> {
          if (!full) {
            leave();
          }
        });
  }

  boolean isOn() {
    return on;
  }

  /** Enters with the present look to come back to, or leaves. */
  void toggle(Theme theme, UiScale scale) {
    if (on) {
      leave();
      return;
    }
    on = true;
    themeBefore = theme;
    scaleBefore = scale;
    fullBefore = stage.isFullScreen();
    root.getStyleClass().add(LOOK);
    shell.setTheme(Theme.LIGHT);
    shell.setScale(LARGE);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Esc first stops what runs
    stage.setFullScreen(true);
    bar.appear();
  }

  void leave() {
    if (!on) {
      return;
    }
    on = false;
    bar.disappear();
    root.getStyleClass().remove(LOOK);
    shell.setTheme(themeBefore);
    shell.setScale(scaleBefore);
    stage.setFullScreen(fullBefore && stage.isFullScreen());
  }

  /** The colours of charts as they are shown now. */
  ChartTheme charts(ChartTheme usual) {
    return on ? usual.forProjector() : usual;
  }

  /**
   * Keys that mean something here only.
   *
   * @return whether this was one
   */
  boolean key(KeyEvent event) {
    if (!on) {
      return false;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      leave();
      return true;
    }
    if (ShellOverlays.isForText(event) || event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    if (event.getCode() == KeyCode.C) {
      shell.hideResults();
      return true;
    }
    var view = ViewKeys.of(event.getCode());
    view.ifPresent(shell::show);
    return view.isPresent();
  }
}
