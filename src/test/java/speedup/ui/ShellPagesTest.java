package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** Help and About in windows of their own. */
@Timeout(60)
class ShellPagesTest {
  private final Locale language = Locale.getDefault();
  private final List<Path> opened = new ArrayList<>();
  private final Backstage backstage = Backstage.of(new SilentLab());
  private Stage stage;
  private Workbench workbench;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      stage = new Stage();
      workbench = Workbench.open(stage, backstage);
      workbench.setOpener((file, _) -> opened.add(file));
    });
  }

  @AfterEach
  void close() {
    FxStage.run(() -> {
      workbench.close();
      stage.hide();
    });
    Locale.setDefault(language);
  }

  private void press(KeyCode key) {
    FxStage.run(() ->
        Event.fireEvent(
            stage.getScene().getRoot(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  private Stage help() {
    return FxStage.onFx(() -> workbench.shell().pages().helpWindow());
  }

  private Stage about() {
    FxStage.run(() -> workbench.shell().pages().about());
    return FxStage.onFx(() -> workbench.shell().pages().aboutWindow());
  }

  private static String title(Stage help) {
    return FxStage.onFx(
            () -> ((ListView<?>) help.getScene().lookup(".list-view")).getSelectionModel())
        .getSelectedItem()
        .toString();
  }

  private static void picture(String name, Stage window) {
    FxStage.run(() -> FxStage.picture(name + ".png", (Node) window.getScene().getRoot()));
  }

  @Test
  void f1OpensThePageOfTheView() {
    FxStage.run(() -> workbench.shell().show(View.TIMELINE));
    press(KeyCode.F1);
    assertTrue(title(help()).contains("title=Timeline"), title(help()));
    picture("help", help());

    FxStage.run(() -> workbench.shell().show(View.HISTORY));
    press(KeyCode.F1);
    assertTrue(title(help()).contains("title=History"), title(help()));
  }

  @Test
  void aPageIsFoundByWords() {
    press(KeyCode.F1);
    var scene = help().getScene();
    var search = FxStage.onFx(() -> (TextField) scene.lookup(".text-field"));
    FxStage.run(() -> search.setText("perfetto"));
    var pages = FxStage.onFx(() -> (ListView<?>) scene.lookup(".list-view"));
    assertEquals(1, FxStage.onFx(() -> pages.getItems().size()));
    FxStage.run(() -> search.setText("xylophone"));
    assertEquals(0, FxStage.onFx(() -> pages.getItems().size()));
  }

  @Test
  void speaksGermanInDarkAndLarge() {
    FxStage.run(() -> {
      Locale.setDefault(Locale.GERMANY);
      workbench.shell().setTheme(Theme.DARK);
      workbench.shell().setScale(new UiScale(125));
    });
    press(KeyCode.F1);
    assertEquals("Hilfe", FxStage.onFx(help()::getTitle));
    picture("help-german", help());
    var about = about();
    picture("about-german", about);
    assertEquals("Über dieses Programm", FxStage.onFx(about::getTitle));
  }

  @Test
  void escapeClosesIt() {
    press(KeyCode.F1);
    assertTrue(FxStage.onFx(help()::isShowing));
    var root = help().getScene().getRoot();
    FxStage.run(() ->
        Event.fireEvent(
            root,
            new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    assertFalse(FxStage.onFx(help()::isShowing));
  }

  @Test
  void aboutHasVersionsToCopyFoldersToOpenAndLicences() throws Exception {
    Files.createDirectories(backstage.folders().data());
    var about = about();
    var scene = FxStage.onFx(about::getScene);
    picture("about", about);
    FxStage.run(((Button) scene.lookup("#about-copy"))::fire);
    var copied = FxStage.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("JavaFX: 26"), copied);
    assertTrue(copied.contains("Java: "), copied);
    FxStage.run(((Button) scene.lookup("#about-open-data"))::fire);
    assertEquals(List.of(backstage.folders().data()), opened);

    var tabs = FxStage.onFx(() -> (TabPane) scene.lookup(".about"));
    assertTrue(text(tabs, 1).contains("Apache License"), text(tabs, 1));
    assertTrue(text(tabs, 2).contains("atlantafx"), text(tabs, 2));
  }

  private static String text(TabPane tabs, int tab) {
    return FxStage.onFx(() -> ((TextArea) tabs.getTabs().get(tab).getContent()).getText());
  }
}
