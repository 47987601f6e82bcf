package speedup.ui.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.fx.UiThread;

/** Exceptions that are really thrown, on the JavaFX thread and on others. */
@Timeout(60)
class CrashDialogTest {
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private Stage stage;
  private CrashDialog dialog;
  private CrashReports reports;
  private final Logger log = Logger.getLogger(CrashReports.class.getName());
  private Path file;
  @TempDir Path folder;

  @BeforeEach
  void open() {
    file = folder.resolve("report.txt");
    stage = FxStage.onFx(() -> FxStage.show(new Label("view"), 900, Theme.LIGHT, UiScale.NORMAL));
    dialog = FxStage.onFx(() -> new CrashDialog(stage, () -> "Version 7", () -> Optional.of(file)));
    reports = new CrashReports(UiThread.javaFx(), dialog::show);
    Thread.setDefaultUncaughtExceptionHandler(reports);
    log.setUseParentHandlers(false); // the output of tests stays quiet
  }

  @AfterEach
  void close() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    log.setUseParentHandlers(true);
    FxStage.run(() -> {
      dialog.close();
      stage.hide();
    });
  }

  private static void throwOnFx(String words) {
    Platform.runLater(() -> {
      throw new IllegalStateException(words);
    });
    FxStage.run(() -> {}); // the thread has gone on
  }

  private void press(int button) {
    FxStage.run(() -> {
      var types = dialog.open().getButtonTypes();
      ((Button) dialog.open().getDialogPane().lookupButton(types.get(button))).fire();
    });
  }

  private String details() {
    FxStage.run(() -> {});
    return FxStage.onFx(reports::text);
  }

  @Test
  void onesOfTheFxThreadOpenOneDialog() {
    for (var i = 0; i < 100; i++) {
      throwOnFx("the view broke");
    }
    var first = FxStage.onFx(dialog::open);
    assertNotNull(first);
    assertTrue(details().contains("IllegalStateException: the view broke"), details());
    assertEquals(1, details().split("the view broke", -1).length - 1);
    assertEquals(100, FxStage.onFx(() -> reports.seenProperty().get()));

    Platform.runLater(() -> {
      throw new ArithmeticException("another one");
    });
    assertTrue(details().contains("another one"));
    assertSame(first, FxStage.onFx(dialog::open));
  }

  @Test
  void onesOfOtherThreadsAreToldWithTheirThread() throws InterruptedException {
    var thread =
        Thread.ofPlatform()
            .name("worker cards")
            .start(() -> {
              throw new IllegalArgumentException("elsewhere");
            });
    thread.join();
    assertTrue(details().contains("thread worker cards"), details());
    assertNotNull(FxStage.onFx(dialog::open));
  }

  @Test
  void theReportIsCopiedAndSavedAndTheDialogStays() throws IOException {
    throwOnFx("the view broke");
    press(0);
    var copied = FxStage.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.startsWith("Version 7"), copied);
    press(1);
    assertTrue(Files.readString(file).contains("the view broke"));
    assertNotNull(FxStage.onFx(dialog::open));
    press(2);
    assertNull(FxStage.onFx(dialog::open));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() {
    file = folder.resolve("none/report.txt");
    throwOnFx("the view broke");
    press(1);
    assertTrue(FxStage.onFx(() -> dialog.open().getContentText()).contains("could not be saved"));
  }

  @Test
  void theSameIsNotToldAgainAfterTheDialogWasClosed() {
    for (var i = 0; i < 2; i++) {
      throwOnFx("the view broke");
      if (i == 0) {
        press(2);
      }
    }
    assertNull(FxStage.onFx(dialog::open));
  }

  @Test
  void isInPlainWordsWithTheDetailsFolded() {
    throwOnFx("the view broke");
    var pane = FxStage.onFx(() -> dialog.open().getDialogPane());
    assertFalse(FxStage.onFx(pane::isExpanded));
    FxStage.run(() -> FxStage.picture("crash.png", pane));
    FxStage.run(() -> {
      pane.setExpanded(true);
      pane.getScene().getWindow().sizeToScene();
    });
    FxStage.run(() -> FxStage.picture("crash-details.png", pane));
    assertTrue(FxStage.onFx(() -> dialog.open().getContentText()).contains("Nothing is sent"));
  }
}
