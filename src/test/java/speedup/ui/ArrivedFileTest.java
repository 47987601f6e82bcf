package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.KeptRuns;
import speedup.history.RunFiles;
import speedup.history.RunStore;
import speedup.ui.history.HistoryController;
import speedup.ui.history.HistoryModel;
import speedup.ui.run.Banner;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.RunHistory;
import speedup.ui.view.View;

/** What becomes of a file that the program is started with. */
class ArrivedFileTest {
  @TempDir private Path folder;

  private final SilentLab lab = new SilentLab();
  private Workbench workbench;

  @BeforeEach
  void open() {
    FxStage.run(() ->
        workbench =
            Workbench.make(
                new Stage(),
                Backstage.of(lab)
                    .with(RunHistory.atOnce(() -> RunStore.open(folder.resolve("data")))),
                1366,
                768));
  }

  @AfterEach
  void close() {
    FxStage.run(workbench::close);
  }

  private void arrive(Path file) {
    FxStage.run(() -> {
      workbench.arrived(Optional.of(file));
      workbench.scene().snapshot(null);
    });
  }

  private View shown() {
    return FxStage.onFx(() -> workbench.shell().presentView());
  }

  private String bannerText() {
    return FxStage.onFx(() ->
        workbench.scene().getRoot().lookupAll(".banner").stream()
            .map(node -> ((Banner) node).message())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private HistoryModel.Shown shownInHistory() {
    var history = (HistoryController) workbench.shell().view(View.HISTORY);
    return FxStage.onFx(() -> history.model().shownProperty().get());
  }

  @Test
  void anExportedRunGoesIntoTheHistoryAndIsShown() throws IOException {
    var run = KeptRuns.run();
    var file = folder.resolve("a run.speedup");
    RunFiles.export(run, RunFiles.Format.SPEEDUP, file);

    arrive(file);
    assertEquals(View.HISTORY, shown());
    var one = assertInstanceOf(HistoryModel.Shown.One.class, shownInHistory());
    assertEquals(run.id(), one.kept().run().id());

    FxStage.run(() -> workbench.shell().show(View.RUN));
    arrive(file);
    assertEquals(View.HISTORY, shown());
    assertInstanceOf(HistoryModel.Shown.One.class, shownInHistory());
  }

  @Test
  void aFileThatIsNoRunSaysSo() throws IOException {
    arrive(Files.writeString(folder.resolve("no.speedup"), "no run"));
    assertEquals(View.HISTORY, shown());
    assertTrue(bannerText().contains("no.speedup"), bannerText());
  }

  @Test
  void anythingElseIsInputOnceNothingRunsAnyMore() throws IOException {
    var numbers = Files.writeString(folder.resolve("numbers.txt"), "2\n3\n");
    FxStage.run(() -> {
      workbench.shell().choose("primes-file");
      workbench.shell().run();
      workbench.shell().show(View.HISTORY);
    });
    arrive(numbers);
    assertEquals("", file());
    FxStage.run(() -> workbench.shell().stop());
    ShownWindow.awaitTrue(() -> !FxStage.onFx(() -> workbench.shell().isRunning()));
    assertEquals(View.RUN, shown());
    assertEquals(numbers.toString(), file());
  }

  private String file() {
    return FxStage.onFx(
        () -> workbench.shell().runView().form().field("file").orElseThrow().textProperty().get());
  }
}
