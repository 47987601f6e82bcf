package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.check.Finding;
import speedup.check.SelfCheck;
import speedup.cli.Reports;
import speedup.concept.ConceptLab;
import speedup.history.KeptRuns;
import speedup.history.RunStore;
import speedup.history.StoreException;
import speedup.pool.JvmLauncher;
import speedup.pool.WorkerLauncher;
import speedup.python.PythonFinder;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.settings.WindowPlace;
import speedup.ui.concept.ConceptController;
import speedup.ui.history.HistoryController;
import speedup.ui.history.HistoryModel;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.PreferenceBook;
import speedup.ui.view.RunHistory;
import speedup.ui.view.View;

/** The view that the window begins with. */
@Timeout(60)
class HomeScreensTest {
  private final Locale language = Locale.getDefault();
  private final SilentLab lab = new SilentLab();
  private Backstage backstage = Backstage.of(lab);
  private ShownWindow window;
  @TempDir Path folder;

  private void open() {
    window = new ShownWindow(() -> Workbench.make(new Stage(), backstage, 1366, 768), View.HOME);
    FxStage.run(window::layOut);
  }

  private void keepSome() throws StoreException {
    var first = Instant.parse("2026-11-20T09:30:00Z");
    try (var store = RunStore.open(folder).store().orElseThrow()) {
      for (var i = 0; i < 6; i++) {
        var name = List.of("primes-file", "mandelbrot", "sleep").get(i % 3);
        store.save(
            KeptRuns.elsewhere(
                KeptRuns.run(name, ""),
                first.plusSeconds(4_000L * i),
                KeptRuns.MACHINE,
                i == 4 ? "with the projector on" : ""));
      }
      store.save(
          KeptRuns.elsewhere(
              KeptRuns.study(), first.plusSeconds(40_000), KeptRuns.MACHINE, "for the lesson"));
    }
    backstage = backstage.with(RunHistory.atOnce(() -> RunStore.open(folder)));
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
    Locale.setDefault(language);
  }

  private void press(String button) {
    FxStage.run(((Button) window.lookup(button))::fire);
  }

  private View present() {
    return FxStage.onFx(() -> window.shell().presentView());
  }

  @Test
  void showsCardsAndRecentRunsInEverySize() throws StoreException {
    keepSome();
    open();
    assertTrue(window.shows("See a speedup"));
    assertEquals(5, FxStage.onFx(() -> window.scene().getRoot().lookupAll(".recent-run").size()));
    window.picture("home");
    window.size(1024, 768);
    window.picture("home-1024x768");
    window.size(1366, 768, 200);
    window.picture("home-200-percent");
  }

  @Test
  void speaksGerman() throws StoreException {
    keepSome();
    Locale.setDefault(Locale.GERMANY);
    open();
    assertTrue(window.shows("Eigene Datei"));
    window.picture("home-german");
  }

  @Test
  void isWhereAWindowBeginsUnlessAnotherViewWasLast() {
    var made = FxStage.onFx(() -> Workbench.make(new Stage(), backstage, 1366, 768));
    assertEquals(View.HOME, FxStage.onFx(() -> made.shell().presentView()));
    FxStage.run(made::close);

    var last = Preferences.DEFAULTS.with(new WindowPlace(0, 0, 800, 600, false, "scaling"));
    var book = PreferenceBook.atOnce(new PreferencesFile.Loaded(last, Optional.empty()), _ -> {});
    var other = FxStage.onFx(() -> Workbench.make(new Stage(), backstage.with(book), 1366, 768));
    assertEquals(View.SCALING, FxStage.onFx(() -> other.shell().presentView()));
    FxStage.run(other::close);
  }

  private SelfCheck check(WorkerLauncher launcher) {
    return new SelfCheck(
        launcher,
        PythonFinder.of("/nowhere/python3"),
        folder.resolve("temporary"),
        folder.resolve("cache"),
        folder.resolve("data"));
  }

  private boolean disabled(String button) {
    return FxStage.onFx(() -> window.lookup(button).isDisabled());
  }

  @Test
  void aComputerThatAllowsEverythingIsToldInOneLineAndNotCheckedAgain() {
    backstage = backstage.with(() -> check(JvmLauncher.ofThisProcess(List.of())).run());
    open();
    ShownWindow.awaitTrue(() -> window.shows("allows all that the program needs"));
    window.picture("home-checked");
    assertFalse(window.shows("There is no Python"));
    FxStage.run(((ToggleButton) window.lookup(".check-pane .disclosure"))::fire);
    assertTrue(window.shows("There is no Python"));
    window.picture("home-checked-details");
    assertTrue(FxStage.onFx(() -> backstage.preferences().get().checked()));
  }

  @Test
  void aComputerThatForbidsProcessesIsToldWhatStillWorks() throws StoreException {
    keepSome();
    backstage =
        backstage.with(
            () -> check(_ -> new ProcessBuilder("/nowhere/bin/java", "-version").start()).run());
    open();
    ShownWindow.awaitTrue(() -> window.shows("What works without: History"));
    assertTrue(disabled("#home-speedup"));
    assertTrue(disabled(".run-button"));
    assertFalse(disabled("#home-file"));
    assertTrue(window.shows("/nowhere/bin/java"));
    assertFalse(FxStage.onFx(() -> backstage.preferences().get().checked()));
    window.picture("home-locked");
    window.size(1366, 768, 200);
    window.picture("home-locked-200-percent");
  }

  @Test
  void checksAgainWhenAsked() {
    var answers =
        List.of(
                new Finding(Finding.Subject.WORKER, Finding.State.BAD, "not yet"),
                new Finding(Finding.Subject.WORKER, Finding.State.GOOD, ""))
            .iterator();
    backstage = backstage.with(() -> List.of(answers.next()));
    open();
    ShownWindow.awaitTrue(() -> window.shows("not yet"));
    FxStage.run(((Hyperlink) window.lookup("#check-again"))::fire);
    ShownWindow.awaitTrue(() -> window.shows("allows all that the program needs"));
    assertFalse(disabled("#home-speedup"));
  }

  @Test
  void theFirstCardRunsAtOnce() {
    open();
    press("#home-speedup");
    assertEquals(View.RUN, present());
    assertEquals(1, lab.started);
    assertEquals("primes-file", lab.request.workload());
  }

  @Test
  void aRunThatIsKeptIsToldAtTheEdge() {
    backstage = backstage.with(RunHistory.atOnce(() -> RunStore.open(folder)));
    open();
    press("#home-speedup");
    FxStage.run(() -> lab.report.complete(Reports.comparison(lab.request)));
    ShownWindow.awaitTrue(() -> window.shows("The run is kept in History."));
    window.picture("notice-run-kept");
    FxStage.run(() -> window.shell().show(View.HOME));
    assertEquals(1, FxStage.onFx(() -> window.scene().getRoot().lookupAll(".recent-run").size()));
  }

  @Test
  void settingsThatCannotBeWrittenAreTold() {
    backstage =
        backstage.with(
            PreferenceBook.atOnce(
                new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()),
                _ -> {
                  throw new IOException("no space left on device");
                }));
    open();
    ShownWindow.awaitTrue(() -> window.shows("no space left on device"));
    window.picture("notice-settings-unsaved");
  }

  @Test
  void theSecondCardPutsTheRaceOnStage() {
    backstage = backstage.withConcepts(() -> new ConceptLab(JvmLauncher.ofThisProcess(List.of())));
    open();
    press("#home-race");
    assertEquals(View.CONCEPTS, present());
    var model = ((ConceptController) window.shell().view(View.CONCEPTS)).model();
    ShownWindow.awaitTrue(() ->
        FxStage.onFx(model::state).filter(state -> state.variant().equals("no-lock")).isPresent());
  }

  @Test
  void anOpenedFileGoesWhereItIsOfUse() throws IOException {
    open();
    var numbers = Files.writeString(folder.resolve("numbers.txt"), "17\n19\n");
    assertEquals(Optional.empty(), take(numbers));
    assertEquals(View.RUN, present());
    assertEquals(
        numbers.toString(),
        FxStage.onFx(() -> window.shell().session().settings().settings().get("file")));

    assertTrue(take(folder.resolve("film.mp4")).orElseThrow().contains("film.mp4"));
    assertEquals(View.RUN, present());
  }

  private Optional<String> take(Path file) {
    return FxStage.onFx(() -> window.shell().session().desk().take(file));
  }

  @Test
  void aRecentRunOpensInTheHistory() throws StoreException {
    keepSome();
    open();
    FxStage.run(() -> ((Button) window.lookup(".recent-run")).fire());
    assertEquals(View.HISTORY, present());
    var history = (HistoryController) window.shell().view(View.HISTORY);
    var shown = assertOne(FxStage.onFx(() -> history.model().shownProperty().get()));
    assertEquals("for the lesson", shown.kept().run().note());
  }

  private static HistoryModel.Shown.One assertOne(HistoryModel.Shown shown) {
    assertTrue(shown instanceof HistoryModel.Shown.One, shown::toString);
    return (HistoryModel.Shown.One) shown;
  }
}
