package speedup.ui.form;

import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts that forms are made of, and that look the same in all of them. */
public final class FormParts {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private FormParts() {}

  /** A control with its label above and what is said of it below. */
  public static VBox field(Node... parts) {
    var field = new VBox(parts);
    field.getStyleClass().add("field");
    return field;
  }

  /** The name of a control, with the key that leads to it. */
  public static Label label(String text, Node control) {
    var label = new Label(text);
    label.setMnemonicParsing(true);
    label.setLabelFor(control);
    return label;
  }

  /** What a choice means, in small words that wrap. */
  public static Label meaning(ObservableStringValue text) {
    var label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().addAll("muted", "small");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Colours a field while there is a problem with it. */
  public static void markWrong(TextField field, ObservableStringValue problem) {
    problem.addListener((_, _, now) -> field.pseudoClassStateChanged(WRONG, !now.isEmpty()));
  }
}
