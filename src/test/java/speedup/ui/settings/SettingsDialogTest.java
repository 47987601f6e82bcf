package speedup.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import speedup.settings.Language;
import speedup.settings.Look;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.PreferenceBook;

/** The dialog itself, and pictures of it. */
class SettingsDialogTest {
  private final Locale before = Locale.getDefault();
  private final PreferenceBook book =
      PreferenceBook.atOnce(
          new PreferencesFile.Loaded(
              Preferences.DEFAULTS, Optional.of("The settings could not be read.")),
          _ -> {});
  private final Backstage backstage = Backstage.of(new SilentLab()).with(book);
  private final SettingsDialog dialog = new SettingsDialog(null, backstage, Runnable::run, _ -> {});

  @AfterEach
  void speakAsBefore() {
    FxStage.run(dialog::close);
    Locale.setDefault(before);
  }

  private Parent content() {
    var content = dialog.content();
    ((TextField) field(content, "settings-workers")).setText("many");
    ((TextField) field(content, "settings-workers")).getOnAction().handle(null);
    return content;
  }

  private static javafx.scene.Node field(Parent content, String id) {
    var found = content.lookup("#" + id);
    if (found == null) {
      // a scroll pane has no content to look into before it is styled
      new Scene(content);
      content.applyCss();
      found = content.lookup("#" + id);
    }
    return found;
  }

  @Test
  void looksTheSameAsTheOtherForms() {
    FxStage.picture("settings", 720, this::picture);
    Language.GERMAN.use();
    FxStage.picture("settings-german", 720, this::picture);
    assertEquals(OptionalInt.empty(), book.get().work().workers());
  }

  @Test
  void hasRoomForTheLargestTextOnASmallScreen() {
    Language.GERMAN.use();
    FxStage.run(() -> {
      var scale = new UiScale(300);
      var stage = FxStage.show(picture(), 1366.0 / 3, Theme.LIGHT, scale);
      var root = stage.getScene().getRoot();
      root.applyCss();
      root.layout();
      FxStage.picture("settings-german-light-300.png", root);
      var field = root.lookup("#settings-python");
      assertTrue(field.getLayoutBounds().getWidth() > scale.px(60), "there is room to type");
      stage.hide();
    });
  }

  private Parent picture() {
    var content = content();
    content.getScene().setRoot(new javafx.scene.Group());
    return content;
  }

  @Test
  void bringsTheDefaultsBackAndTheSettingsOfBefore() {
    FxStage.run(() -> {
      var stage = new Stage();
      var own = new SettingsDialog(stage, backstage, Runnable::run, _ -> {});
      book.change(now -> now.withChecked(true));
      own.show();
      var model =
          new SettingsModel(
              book, backstage.trials(), new SettingEntry.Threads(Runnable::run, Runnable::run));
      model.setLook(Look.DARK);
      model.setScale(150);
      var chosen = book.get();
      press(own, "settings-reset");
      assertEquals(Preferences.DEFAULTS.withChecked(true), book.get());
      press(own, "settings-undo");
      assertEquals(chosen, book.get());
      own.close();
    });
    assertTrue(book.get().checked());
  }

  private static void press(SettingsDialog dialog, String id) {
    ((Button) dialog.scene().lookup("#" + id)).fire();
  }
}
