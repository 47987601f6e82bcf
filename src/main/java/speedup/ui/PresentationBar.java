package speedup.ui;

import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.view.View;

/**
 * What can be done while presenting: at the lower right edge for some seconds after the mouse was
 * moved, over the view, so that nothing moves when it comes and goes. JavaFX thread only.
 */
final class PresentationBar extends HBox {
  private static final Duration STAYS = Duration.seconds(4);

  private final BorderPane over;
  private final ShellController shell;
  private final Label keys = new Label();
  private final PauseTransition stays = new PauseTransition(STAYS);

  PresentationBar(
      BorderPane over,
      BooleanExpression running,
      ObservableBooleanValue notReady,
      ShellController shell,
      Runnable leave) {
    this.over = over;
    this.shell = shell;
    getStyleClass().add("presentation-bar");
    setManaged(false);
    setVisible(false);
    var run = button("run", "mdi2p-play", shell::run);
    run.visibleProperty().bind(running.not());
    run.managedProperty().bind(run.visibleProperty());
    run.disableProperty().bind(notReady);
    var stop = button("stop", "mdi2s-stop", shell::stop);
    stop.visibleProperty().bind(running);
    stop.managedProperty().bind(running);
    var clean = button("clean", "mdi2e-eye-off-outline", shell::hideResults);
    clean.disableProperty().bind(running);
    getChildren().addAll(keys, run, stop, clean, button("end", "mdi2c-close", leave));
    stays.setOnFinished(_ -> {
      if (isHover()) {
        stays.playFromStart();
      } else {
        disappear();
      }
    });
    over.getChildren().add(this);
    over.widthProperty().addListener(_ -> place());
    over.heightProperty().addListener(_ -> place());
    layoutBoundsProperty().addListener(_ -> place());
  }

  private static Button button(String name, String icon, Runnable action) {
    var button = new Button(Messages.get("presentation." + name), new FontIcon(icon));
    button.setId("presentation-" + name);
    button.setFocusTraversable(false); // the keys stay with the view
    button.addEventFilter(KeyEvent.ANY, Event::consume);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Comes, or stays for longer. */
  void appear() {
    var views = View.values().length;
    keys.setText(
        shell.scenes() == 0
            ? Messages.get("presentation.keys", views)
            : Messages.get("presentation.scenes", Math.min(shell.scenes(), 9), views));
    setVisible(true);
    place();
    stays.playFromStart();
  }

  void disappear() {
    stays.stop();
    setVisible(false);
  }

  private void place() {
    if (isVisible()) {
      applyCss();
      autosize();
      relocate(over.getWidth() - getWidth(), over.getHeight() - getHeight());
    }
  }
}
