package speedup.ui.form;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A sentence with its sign under a field; takes no room while there is none. */
public final class ProblemLine extends Label {
  private ProblemLine(ObservableStringValue sentence, Ikon sign, String styleClass) {
    getStyleClass().addAll("problem-line", "small", styleClass);
    textProperty().bind(sentence);
    setWrapText(true);
    setGraphic(FontIcon.of(sign));
    setContentDisplay(ContentDisplay.LEFT);
    setAlignment(Pos.TOP_LEFT);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !sentence.get().isEmpty(), sentence));
    managedProperty().bind(visibleProperty());
  }

  /** For what has to be put right before a run. */
  public static ProblemLine error(ObservableStringValue sentence) {
    return new ProblemLine(sentence, MaterialDesignA.ALERT_CIRCLE_OUTLINE, "error-text");
  }

  /** For what is possible but not wise. */
  public static ProblemLine warning(ObservableStringValue sentence) {
    return new ProblemLine(sentence, MaterialDesignA.ALERT_CIRCLE_OUTLINE, "warning-text");
  }

  /** For what is fine and good to know. */
  static ProblemLine hint(ObservableStringValue sentence) {
    return new ProblemLine(sentence, MaterialDesignI.INFORMATION_OUTLINE, "muted");
  }
}
