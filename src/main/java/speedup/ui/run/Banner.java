package speedup.ui.run;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import speedup.scaling.Verdict;
import speedup.ui.Messages;

/** A message across a view; takes no room while there is none. On the JavaFX thread only. */
public final class Banner extends HBox {
  /** How grave it is. */
  public enum Kind {
    /** Good to know. */
    INFO(MaterialDesignI.INFORMATION_OUTLINE),
    /** Something to look at. */
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    /** Something did not work. */
    ERROR(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    /** It went well. */
    GOOD(MaterialDesignC.CHECK_CIRCLE_OUTLINE);

    private final Ikon sign;

    Kind(Ikon sign) {
      this.sign = sign;
    }

    /** What a verdict is shown as. */
    public static Kind of(Verdict verdict) {
      return switch (verdict.kind()) {
        case NEAR_IDEAL -> GOOD;
        case TOO_FAST, NOISY -> WARNING;
        case SLOWER, MORE_WORKERS_THAN_CORES, LARGEST_LOSS -> INFO;
      };
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What can be done about it.
   *
   * @param words what the button says, an underscore before its key
   */
  public record Action(String words, Runnable work) {}

  private final FontIcon sign = new FontIcon();
  private final Label text = new Label();
  private final Button button = new Button();

  /** A hidden banner. */
  public Banner() {
    getStyleClass().add("banner");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().setAll(sign, text, button);
    hide();
  }

  /** Shows a message in place of the one before. */
  public void show(Kind kind, String message) {
    show(kind, message, Optional.empty());
  }

  /** Shows a message with a button in place of the one before. */
  public void show(Kind kind, String message, Action action) {
    show(kind, message, Optional.of(action));
  }

  private void show(Kind kind, String told, Optional<Action> action) {
    var message = Sentences.standAlone(told);
    getStyleClass().removeIf(style -> style.startsWith("banner-"));
    getStyleClass().add("banner-" + kind.word());
    sign.setIconCode(kind.sign);
    text.setText(message);
    button.setVisible(action.isPresent());
    // the words stay where there is no button: JavaFX cannot lay out an empty text with a mnemonic
    action.map(Action::words).ifPresent(button::setText);
    button.setOnAction(_ -> action.ifPresent(chosen -> chosen.work().run()));
    setAccessibleText(Messages.get("banner." + kind.word()) + ": " + message);
    setVisible(true);
  }

  /** Takes the message away. */
  public void hide() {
    setVisible(false);
  }

  /** What it says now; empty while hidden. */
  public String message() {
    return isVisible() ? text.getText() : "";
  }

  /** Shows as a warning whatever this says, now and later. */
  public Subscription warnOf(ObservableValue<String> sentence) {
    return sentence.subscribe(words -> {
      if (!words.isEmpty()) {
        show(Kind.WARNING, words);
      }
    });
  }
}
