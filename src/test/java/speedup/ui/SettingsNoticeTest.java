package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.settings.Work;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.PreferenceBook;

/** Settings that cannot be kept, and settings that hold at once. */
class SettingsNoticeTest {
  @TempDir private Path folder;

  private boolean broken;
  private ShownWindow window;
  private PreferenceBook book;

  private void open() {
    book =
        PreferenceBook.atOnce(
            new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()),
            _ -> {
              if (broken) {
                throw new IOException("the disk is full");
              }
            });
    window =
        new ShownWindow(
            () -> Workbench.make(new Stage(), Backstage.of(new SilentLab()).with(book), 1366, 768));
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private void choose(int workers) {
    FxStage.run(() ->
        book.change(now ->
            now.with(
                new Work(
                    OptionalInt.of(workers), now.work().python(), now.work().workerOptions()))));
  }

  private Node sign() {
    return FxStage.onFx(() -> window.lookup("#settingsNotice"));
  }

  @Test
  void areToldInTheStatusBarUntilTheyAreKept() {
    open();
    assertFalse(sign().isVisible());
    broken = true;
    choose(3);
    assertTrue(sign().isVisible());
    assertTrue(sign().getAccessibleHelp().contains("the disk is full"));
    window.picture("settings-notice");
    broken = false;
    choose(4);
    assertFalse(sign().isVisible());
  }

  @Test
  void theNumberOfWorkersHoldsAtOnce() {
    open();
    choose(3);
    assertEquals(3, FxStage.onFx(() -> window.shell().runView().options().workersProperty().get()));
    choose(1_000);
    assertEquals(
        64, FxStage.onFx(() -> window.shell().runView().options().workersProperty().get()));
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAtTheStart() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "");
    var file = new PreferencesFile(inTheWay.resolve("settings"));
    var nothingThere = new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty());
    try (var told = PreferenceBook.of(file, nothingThere, Runnable::run)) {
      ShownWindow.awaitTrue(() -> !told.noticeProperty().get().isEmpty());
      assertTrue(told.noticeProperty().get().startsWith("The settings could not be written"));
    }
  }
}
