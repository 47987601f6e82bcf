package speedup.ui;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import speedup.ui.view.View;

/** Which view a number key stands for: the first one for 1, on both number pads. */
final class ViewKeys {
  private ViewKeys() {}

  static Optional<View> of(KeyCode code) {
    if (!code.isDigitKey()) {
      return Optional.empty();
    }
    var name = code.getName();
    var number = Character.digit(name.charAt(name.length() - 1), 10);
    return number >= 1 && number <= View.values().length
        ? Optional.of(View.values()[number - 1])
        : Optional.empty();
  }
}
