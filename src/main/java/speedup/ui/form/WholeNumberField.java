package speedup.ui.form;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;

/** A text field that sets thousands apart while nobody types in it. */
public final class WholeNumberField extends TextField {
  private final StringProperty value;
  private boolean showing;

  /** Shows and changes the value, which never holds marks that nobody typed. */
  public WholeNumberField(StringProperty value) {
    this.value = value;
    getStyleClass().add("number-field");
    show();
    value.addListener(_ -> showUnlessTyped());
    focusedProperty().addListener(_ -> show());
    textProperty().addListener((_, _, now) -> take(now));
  }

  private void take(String now) {
    if (!showing) {
      value.set(Numbers.plain(now));
    }
  }

  private void showUnlessTyped() {
    if (!value.get().equals(Numbers.plain(getText()))) {
      show();
    }
  }

  private void show() {
    showing = true;
    setText(isFocused() ? value.get() : Numbers.grouped(value.get()));
    showing = false;
  }
}
