package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

class IconSizeTest {
  @Test
  void staysAsItIsHoweverOftenTheThemeChanges() {
    assertEquals(22, size("app-icon", 100, 6));
    assertEquals(15, size("no-other-class", 100, 6));
  }

  @Test
  void followsTheSizeOfTheWindow() {
    assertEquals(44, size("app-icon", 200, 1));
    assertEquals(30, size("no-other-class", 200, 1));
  }

  private static int size(String styleClass, int percent, int changes) {
    return FxStage.onFx(() -> {
      var icon = new FontIcon("mdi2p-play");
      icon.getStyleClass().add(styleClass);
      var scene = new Scene(new HBox(icon));
      var stage = new Stage();
      stage.setScene(scene);
      Theme.LIGHT.apply(scene);
      new UiScale(percent).apply(scene);
      stage.show();
      for (int i = 0; i < changes; i++) {
        (i % 2 == 0 ? Theme.DARK : Theme.LIGHT).apply(scene);
        scene.getRoot().applyCss();
      }
      stage.hide();
      return icon.getIconSize();
    });
  }
}
