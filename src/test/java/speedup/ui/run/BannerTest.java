package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import speedup.ui.FxStage;

class BannerTest {
  private static Button button(Banner banner) {
    return (Button) banner.getChildren().getLast();
  }

  @Test
  void takesNoRoomUntilThereIsAMessage() {
    FxStage.run(() -> {
      var banner = new Banner();
      assertFalse(banner.isManaged());

      banner.show(Banner.Kind.ERROR, "The file is empty.");
      assertTrue(banner.isManaged());
      assertEquals("The file is empty.", banner.message());
      assertEquals("Error: The file is empty.", banner.getAccessibleText());
      assertFalse(button(banner).isVisible());

      banner.hide();
      assertFalse(banner.isManaged());
      assertEquals("", banner.message());
    });
  }

  @Test
  void beginsWithACapitalUnlessItBeginsWithAName() {
    assertEquals("The file is empty", told("the file is empty"));
    assertEquals("Keyword: it is no expression", told("keyword: it is no expression"));
    assertEquals("task.java has no method", told("task.java has no method"));
    assertEquals("\"a.txt\" is empty", told("\"a.txt\" is empty"));
  }

  private static String told(String sentence) {
    return FxStage.onFx(() -> {
      var banner = new Banner();
      banner.show(Banner.Kind.ERROR, sentence);
      return banner.message();
    });
  }

  @Test
  void offersWhatCanBeDoneAndWearsOneKindAtATime() {
    FxStage.run(() -> {
      var banner = new Banner();
      var done = new ArrayList<String>();
      banner.show(Banner.Kind.WARNING, "a", new Banner.Action("_Again", () -> done.add("a")));
      banner.show(Banner.Kind.GOOD, "b", new Banner.Action("_Again", () -> done.add("b")));

      button(banner).fire();

      assertEquals(List.of("b"), done);
      assertEquals(
          List.of("banner-good"),
          banner.getStyleClass().stream().filter(s -> s.startsWith("banner-")).toList());
    });
  }

  @Test
  void looksRight() {
    FxStage.picture("banner", 480, BannerTest::all);
    assertTrue(Path.of("target/screens/parts/banner-light-100.png").toFile().isFile());
  }

  private static Parent all() {
    var box = new VBox();
    box.setStyle("-fx-padding: 0.62em; -fx-spacing: 0.62em;");
    for (var kind : Banner.Kind.values()) {
      var banner = new Banner();
      banner.show(
          kind,
          "Workers waited 41 % of the time: each chunk is too small for what it costs to send."
              + " Raise the chunk size.",
          new Banner.Action("_Use 5,000", () -> {}));
      box.getChildren().add(banner);
    }
    return box;
  }
}
