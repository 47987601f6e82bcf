package speedup.ui;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;

/** Tooltips of whole sentences, which do not run across the screen in one line. */
public final class Tips {
  /** As the style sheet says "em": a line of some 60 letters. */
  private static final double WIDEST = 26;

  private Tips() {}

  /** A tooltip without words yet. */
  public static Tooltip wrapped() {
    return wrapped("");
  }

  /**
   * A tooltip that breaks its words into lines. Its width follows the size of its text, and with it
   * the {@link UiScale}; a style sheet cannot limit it, because the width of the label in a tooltip
   * is bound to that of the popup, which has no style.
   */
  public static Tooltip wrapped(String words) {
    var tip = new Tooltip(words);
    tip.setWrapText(true);
    tip.maxWidthProperty().bind(tip.fontProperty().map(Font::getSize).map(em -> WIDEST * em));
    return tip;
  }

  /** Shows a sign while there is a problem, with the sentence as its tip. */
  static void tellWhile(ReadOnlyStringProperty problem, Labeled sign) {
    sign.visibleProperty().bind(problem.isNotEmpty());
    sign.managedProperty().bind(sign.visibleProperty());
    var why = wrapped();
    why.textProperty().bind(problem);
    sign.setTooltip(why);
    sign.accessibleHelpProperty().bind(problem);
  }
}
