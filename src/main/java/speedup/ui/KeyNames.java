package speedup.ui;

import javafx.scene.input.KeyCombination;

/** Keys as they are written on the keyboards of the present language. */
final class KeyNames {
  private KeyNames() {}

  /** Such as Ctrl+Shift+P; signs on a Mac. */
  static String of(KeyCombination key) {
    return key.getDisplayText()
        .replace("Escape", "Esc")
        .replace("Ctrl+", Messages.get("key.control") + "+")
        .replace("Shift+", Messages.get("key.shift") + "+");
  }
}
