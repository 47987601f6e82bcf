package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import speedup.settings.Look;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.ui.view.PreferenceBook;

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
    var names = Stream.of(Theme.values()).map(Theme::title).collect(Collectors.toSet());
    assertEquals(Theme.values().length, names.size());
  }

  @Test
  void highContrastIsWhiteOnBlackAlsoInMenusAndGoesWithoutATrace() {
    FxStage.run(() -> {
      var label = new Label("words");
      label.setContextMenu(new ContextMenu(new MenuItem("entry")));
      var stage = FxStage.show(new VBox(label), 200, Theme.CONTRAST, UiScale.NORMAL);
      label.getContextMenu().show(stage);
      var menu = label.getContextMenu().getScene();
      menu.getRoot().applyCss();
      stage.getScene().getRoot().applyCss();

      assertEquals(Color.WHITE, label.getTextFill());
      assertEquals(Color.WHITE, ((Label) menu.getRoot().lookup(".label")).getTextFill());

      label.getContextMenu().hide();
      Theme.DARK.apply(stage.getScene());
      assertEquals(1, stage.getScene().getStylesheets().size());
      stage.hide();
    });
  }

  @Test
  void aWindowIsAsTheSystemUnlessThePersonChose() {
    assertEquals(Theme.DARK, SystemLook.of(ColorScheme.DARK, false));
    assertEquals(Theme.LIGHT, SystemLook.of(ColorScheme.LIGHT, false));
    assertEquals(Theme.CONTRAST, SystemLook.of(ColorScheme.LIGHT, true));
    assertEquals(Theme.CONTRAST, Theme.of(Look.CONTRAST, Theme.LIGHT));
  }

  @Test
  void followsTheSystemWhileItIsOpen() {
    FxStage.run(() -> {
      var root = new VBox();
      new Scene(root);
      var system = new SimpleObjectProperty<>(Theme.LIGHT);
      var book =
          PreferenceBook.atOnce(
              new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()), _ -> {});
      var looks = new ShellLooks(root, book, () -> false, () -> {}, system);

      system.set(Theme.DARK);
      assertEquals(Theme.DARK, looks.theme());

      looks.toggleTheme();
      system.set(Theme.LIGHT);
      assertEquals(Theme.CONTRAST, looks.theme(), "the person chose it");
      looks.close();
    });
  }
}
