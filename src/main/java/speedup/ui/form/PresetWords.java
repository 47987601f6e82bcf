package speedup.ui.form;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A preset in the menu: its title, and under it what it teaches. */
final class PresetWords extends VBox {
  PresetWords(String title, String lesson) {
    getStyleClass().add("preset");
    var name = words(title);
    name.getStyleClass().add("strong");
    var what = words(lesson);
    what.getStyleClass().addAll("muted", "small");
    getChildren().setAll(name, what);
  }

  private static Label words(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** None: a menu asks for the height before it gives a width. */
  @Override
  public Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
  }
}
