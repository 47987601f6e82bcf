package speedup.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;

/** Which view a number key stands for: the first one for 1, on both number pads. */
final class ViewKeys {
  private ViewKeys() {}

  static Optional<View> of(KeyCode code) {
    var number = number(code);
    return number >= 1 && number <= View.values().length
        ? Optional.of(View.values()[number - 1])
        : Optional.empty();
  }

  private static int number(KeyCode code) {
    var name = code.getName();
    return code.isDigitKey() ? Character.digit(name.charAt(name.length() - 1), 10) : -1;
  }

  /**
   * Lets a view show the scene of a number key.
   *
   * @return whether number keys mean that to this view, and not something else
   */
  static boolean showScene(WorkView view, KeyEvent event) {
    var number = number(event.getCode());
    var alone = !event.isShortcutDown() && !event.isAltDown() && !isTyped(event);
    if (number < 1 || view.scenes() == 0 || !alone) {
      return false;
    }
    if (number <= view.scenes()) {
      view.showScene(number - 1);
    }
    return true;
  }

  /** Whether the key goes into a text. */
  static boolean isTyped(KeyEvent event) {
    return event.getTarget() instanceof Node target
        && (target instanceof TextInputControl
            || target instanceof GenericStyledArea<?, ?, ?> area && area.isEditable());
  }
}
