package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TipsTest {
  private static final String LONG =
      "How many items a worker is given at a time: few make the workers even, many cost less to"
          + " hand over, and the best number lies between the two, which the program looks for.";

  /** What a tooltip looks like on the screen. */
  private record Shown(double width, double height, double font, double lines) {}

  private static Shown show(String words, int percent) {
    return FxStage.onFx(() -> {
      var field = new Label("field");
      var stage = FxStage.show(field, 600, Theme.LIGHT, new UiScale(percent));
      var tip = Tips.wrapped(words);
      Tooltip.install(field, tip);
      tip.getScene().getRoot().setStyle("-fx-font-size: " + new UiScale(percent).fontPx() + "px;");
      tip.show(stage);
      var root = tip.getScene().getRoot();
      root.applyCss();
      root.layout();
      var label = (Label) root.lookup(".tooltip .text").getParent();
      var text = (Text) label.lookup(".text");
      var line = new Text("one");
      line.setFont(text.getFont());
      var shown =
          new Shown(
              ((Region) label).getWidth(),
              text.getLayoutBounds().getHeight(),
              tip.getFont().getSize(),
              text.getLayoutBounds().getHeight() / line.getLayoutBounds().getHeight());
      tip.hide();
      stage.hide();
      assertTrue(label.isWrapText());
      assertEquals(words, text.getText(), "no word is cut off");
      return shown;
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200})
  void breaksLongWordsIntoLines(int percent) {
    var shown = show(LONG, percent);
    assertTrue(shown.lines() >= 3, shown::toString);
    assertTrue(shown.width() <= 26 * shown.font() + 1, shown::toString);
  }

  @Test
  void isAsNarrowAsFewWords() {
    var shown = show("A few words.", 100);
    assertEquals(1, Math.round(shown.lines()), shown::toString);
    assertTrue(shown.width() < 13 * shown.font(), shown::toString);
  }
}
