package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void changesTheLookOfAWindowThatIsOpen() {
    FxStage.run(() -> {
      var label = new Label("words");
      label.getStyleClass().add("warning-text");
      var stage = FxStage.show(new VBox(label), 200, Theme.LIGHT, UiScale.NORMAL);
      var scene = stage.getScene();
      scene.getRoot().applyCss();
      var light = (Color) label.getTextFill();

      Theme.DARK.apply(scene);
      scene.getRoot().applyCss();
      var dark = (Color) label.getTextFill();

      assertTrue(dark.getBrightness() > light.getBrightness(), light + " then " + dark);
      assertEquals(1, scene.getStylesheets().size());

      Theme.LIGHT.apply(scene);
      scene.getRoot().applyCss();
      assertEquals(light, label.getTextFill());
      stage.hide();
    });
  }

  @Test
  void scalesTextAndLengthsTogether() {
    FxStage.run(() -> {
      var card = new VBox(new Label("words"));
      card.getStyleClass().add("card");
      var stage = FxStage.show(card, 200, Theme.LIGHT, UiScale.NORMAL);
      stage.getScene().getRoot().applyCss();
      var font = ((Label) card.getChildren().getFirst()).getFont().getSize();
      var padding = card.getPadding().getTop();

      new UiScale(200).apply(stage.getScene());
      stage.getScene().getRoot().applyCss();

      var large = ((Label) card.getChildren().getFirst()).getFont().getSize();
      assertEquals(2 * font, large, 0.01);
      assertEquals(2 * padding, card.getPadding().getTop(), 0.2);
      stage.hide();
    });
  }

  @Test
  void staysWithinTheSizesThatCanBeRead() {
    assertEquals(new UiScale(125), UiScale.NORMAL.larger());
    assertEquals(new UiScale(UiScale.MIN), new UiScale(UiScale.MIN).smaller());
    assertEquals(new UiScale(UiScale.MAX), new UiScale(UiScale.MAX).larger());
    assertThrows(IllegalArgumentException.class, () -> new UiScale(UiScale.MAX + 1));
  }

  @Test
  void hasANameForEachTheme() {
    assertNotEquals(Theme.LIGHT.title(), Theme.DARK.title());
  }
}
