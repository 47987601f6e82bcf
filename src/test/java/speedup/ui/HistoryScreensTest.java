package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.KeptRuns;
import speedup.history.RunStore;
import speedup.history.StoreException;
import speedup.measure.Environment;
import speedup.ui.history.HistoryController;
import speedup.ui.run.Banner;
import speedup.ui.view.Backstage;
import speedup.ui.view.RunHistory;
import speedup.ui.view.View;

/** The kept runs in the whole window. */
@Timeout(120)
class HistoryScreensTest {
  private static final Environment OTHER =
      new Environment("Windows 11 amd64", "Slow Two", 4, 2, 8L << 30, "Temurin 25");

  @TempDir private Path folder;

  private Path data;
  private ShownWindow window;
  private HistoryController view;

  @BeforeEach
  void prepare() {
    data = folder.resolve("data");
  }

  private void keepSome() throws StoreException {
    var first = Instant.parse("2026-11-20T09:30:00Z");
    try (var store = RunStore.open(data).store().orElseThrow()) {
      for (var i = 0; i < 30; i++) {
        var name = List.of("primes-file", "mandelbrot", "sleep").get(i % 3);
        store.save(
            KeptRuns.elsewhere(
                KeptRuns.run(name, ""),
                first.plusSeconds(4_000L * i),
                KeptRuns.MACHINE,
                i % 4 == 0 ? "lesson " + i + ", with the projector on" : ""));
      }
      store.save(
          KeptRuns.elsewhere(
              KeptRuns.study(), first.plusSeconds(200_000), KeptRuns.MACHINE, "for the lesson"));
      store.save(KeptRuns.elsewhere(KeptRuns.run(), first.plusSeconds(210_000), OTHER, "at home"));
      store.save(
          KeptRuns.elsewhere(KeptRuns.run(), first.plusSeconds(220_000), KeptRuns.MACHINE, ""));
    }
  }

  private void open() {
    window =
        new ShownWindow(() ->
            Workbench.make(
                new Stage(),
                Backstage.of(Labs.real()).with(RunHistory.atOnce(() -> RunStore.open(data))),
                1366,
                768));
    FxStage.run(() -> {
      window.shell().show(View.HISTORY);
      view = (HistoryController) window.shell().view(View.HISTORY);
      window.scene().snapshot(null);
    });
  }

  @AfterEach
  void close() {
    window.close();
  }

  private TableView<?> table() {
    return (TableView<?>) window.lookup(".history-table");
  }

  private void choose(int... rows) {
    FxStage.run(() -> {
      table().getSelectionModel().clearSelection();
      for (var row : rows) {
        table().getSelectionModel().select(row);
      }
      window.scene().snapshot(null);
    });
  }

  private String bannerText() {
    return FxStage.onFx(() ->
        window.scene().getRoot().lookupAll(".banner").stream()
            .map(node -> ((Banner) node).message())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(""));
  }

  @Test
  void anEmptyHistoryOffersARun() {
    open();
    pictures("history-empty");
    FxStage.run(() -> ((Button) window.lookup(".history-place .button")).fire());
    assertEquals(View.RUN, FxStage.onFx(() -> window.shell().presentView()));
  }

  @Test
  void listsFindsAndShowsRuns() throws StoreException {
    keepSome();
    open();
    assertEquals(33, FxStage.onFx(() -> table().getItems().size()));
    pictures("history-list");

    choose(0);
    assertTrue(FxStage.onFx(() -> window.lookup("#history-note").isVisible()));
    assertEquals(
        "1.91×", FxStage.onFx(() -> ((Label) window.lookup(".run-details .big-number")).getText()));
    pictures("history-details");

    FxStage.run(
        () -> ((TextField) window.lookup(".history-tools .text-field")).setText("lesson 20"));
    assertEquals(1, FxStage.onFx(() -> table().getItems().size()));
    window.picture("history-found");
    FxStage.run(() -> ((TextField) window.lookup(".history-tools .text-field")).setText("zebra"));
    window.picture("history-nothing-found");
    assertFalse(FxStage.onFx(() -> table().isVisible()));
  }

  @Test
  void savesANoteAndKeepsTheRunChosen() throws StoreException {
    keepSome();
    open();
    choose(0);
    FxStage.run(() -> {
      ((TextArea) window.lookup("#history-note")).setText("batteries out");
      table().getSelectionModel().clearAndSelect(1); // whoever goes on has not lost it
      table().getSelectionModel().clearAndSelect(0);
      window.scene().snapshot(null);
    });
    assertEquals(
        "batteries out", FxStage.onFx(() -> ((TextArea) window.lookup("#history-note")).getText()));
    assertEquals("batteries out", FxStage.onFx(() -> view.model().rows().getFirst().note()));
  }

  @Test
  void comparesRunsAndSaysWhereMachinesAreUnlike() throws StoreException {
    keepSome();
    open();
    choose(0, 5, 8);
    assertEquals(3, FxStage.onFx(() -> table().getSelectionModel().getSelectedItems().size()));
    pictures("history-compare");

    choose(0, 1);
    assertTrue(bannerText().contains("made on different machines"), bannerText());
    assertFalse(FxStage.onFx(() -> window.lookup(".run-details .table-view").isVisible()));
    pictures("history-unlike");
    FxStage.run(() -> ((Button) window.lookup(".run-details .banner .button")).fire());
    assertTrue(FxStage.onFx(() -> window.lookup(".run-details .table-view").isVisible()));
    window.picture("history-unlike-shown");
  }

  @Test
  void deletesWithUndo() throws StoreException {
    keepSome();
    open();
    choose(2);
    FxStage.run(() -> ((Button) window.lookup("#history-delete")).fire());
    assertEquals(32, FxStage.onFx(() -> table().getItems().size()));
    window.picture("history-deleted");
    FxStage.run(() -> ((Button) window.lookup(".history-head .banner .button")).fire());
    assertEquals(33, FxStage.onFx(() -> table().getItems().size()));
  }

  @Test
  void saysWhyThereIsNoHistory() throws IOException {
    data = Files.writeString(folder.resolve("file"), "x").resolve("data");
    open();
    pictures("history-failed");
    assertTrue(bannerText().startsWith("Runs are not kept: "), bannerText());
  }

  @Test
  void tellsOfAFileThatWasSetAside() throws IOException, StoreException {
    keepSome();
    try (var files = Files.list(data)) {
      var file = files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow();
      Files.writeString(file, "no database, however long it is; ".repeat(100));
    }
    open();
    assertTrue(bannerText().contains("was set aside as"), bannerText());
    window.picture("history-set-aside");
  }

  @Test
  void runsAgainAsItWasAndKeepsWhatCameOut() throws StoreException {
    var kept = KeptRuns.again("sleep", Map.of("tasks", "20", "millis", "1"));
    try (var store = RunStore.open(data).store().orElseThrow()) {
      store.save(kept);
    }
    open();
    choose(0);
    FxStage.run(() ->
        window
            .scene()
            .getRoot()
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, false, false, false, false)));
    assertEquals(View.RUN, FxStage.onFx(() -> window.shell().presentView()));
    awaitTrue(() -> FxStage.onFx(() -> window.shell().session().lastRunProperty().get() != null));
    FxStage.run(() -> window.shell().show(View.HISTORY));
    assertEquals(2, FxStage.onFx(() -> view.model().rows().size()));
    var request = FxStage.onFx(() -> window.shell().session().lastRunProperty().get().request());
    assertEquals(kept.again(), request);
  }

  private void pictures(String name) {
    window.picture(name);
    window.size(1024, 768, 100);
    window.picture(name + "-1024x768");
    window.size(1920, 1080, 200);
    window.picture(name + "-200-percent");
    window.size(1366, 768, 100);
  }
}
