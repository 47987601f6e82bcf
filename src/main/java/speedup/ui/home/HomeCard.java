package speedup.ui.home;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.Messages;

/** Something to begin with: what it is, what one will see, and the button. FX thread only. */
final class HomeCard extends VBox {
  private final Button button;

  /**
   * A card.
   *
   * @param name {@code home.NAME.title}, {@code .text} and {@code .button} are its words
   * @param icon the name of its icon
   */
  HomeCard(String name, String icon, Runnable action) {
    getStyleClass().addAll("card", "home-card");
    var title = new Label(Messages.get("home." + name + ".title"), new FontIcon(icon));
    title.getStyleClass().add("section-title");
    var text = new Label(Messages.get("home." + name + ".text"));
    text.getStyleClass().add("muted");
    for (var words : new Label[] {title, text}) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    button = new Button(Messages.get("home." + name + ".button"));
    button.setId("home-" + name);
    button.setMnemonicParsing(true);
    button.setAccessibleHelp(text.getText());
    button.setOnAction(_ -> action.run());
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    getChildren().addAll(title, text, gap, button);
  }

  /** The one to begin with. */
  HomeCard first() {
    button.getStyleClass().add("accent");
    return this;
  }
}
