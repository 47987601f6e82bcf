package speedup.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import speedup.check.SelfCheck;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.history.RunStore;
import speedup.pool.JvmLauncher;
import speedup.python.PythonFinder;
import speedup.settings.PreferencesFile;
import speedup.settings.UserFolders;
import speedup.ui.WorkbenchApp;
import speedup.ui.fx.UiThread;
import speedup.ui.view.Backstage;
import speedup.ui.view.PreferenceBook;
import speedup.ui.view.RunHistory;

/** Joins the rooms: the only place that knows which lab and which worker stand behind the names. */
final class Rooms {
  private final PreferencesFile file;
  private final PreferencesFile.Loaded loaded;
  private final UserFolders folders;

  /** With what the person chose for the program. */
  Rooms() {
    var usual = UserFolders.ofThisUser();
    file = new PreferencesFile(usual.settings());
    loaded = file.load();
    folders = usual.with(loaded.preferences().places());
  }

  /** Opens the lab: a pool of worker processes, started when the first run needs them. */
  Lab openLab() {
    return new ProcessLab(workers(), folders.cache(), python());
  }

  private PythonFinder python() {
    return loaded.preferences().work().python().map(PythonFinder::of).orElseGet(PythonFinder::new);
  }

  /** Opens the runs that are kept. */
  RunStore.Opened openHistory() {
    return RunStore.open(folders.data());
  }

  /** Opens the concept lab: its processes are started when a stage needs them. */
  ConceptLab openConcepts() {
    return new ConceptLab(workers());
  }

  /** Starts the workers of this program. */
  JvmLauncher workers() {
    return JvmLauncher.ofThisProcess(loaded.preferences().work().workerOptions());
  }

  /** How many workers a command uses where the person does not say. */
  OptionalInt usualWorkers() {
    return loaded.preferences().work().workers();
  }

  /** Notes what the window does, from now on; where that is not possible, it goes unnoted. */
  LogFiles openLog() {
    return LogFiles.openOrElseQuiet(folders.logs());
  }

  /**
   * Opens the window and returns when it was closed; where one is open already, that one comes to
   * the front.
   *
   * @param file what to open in it
   */
  void openWindow(Optional<Path> file) {
    try (var door = new WindowDoor(folders.data())) {
      if (!door.handOver(file)) {
        loaded.preferences().appearance().language().use();
        WorkbenchApp.open(this::backstage, door);
      }
    }
  }

  /** What the window works with; to be called on the JavaFX thread. */
  Backstage backstage() {
    var ui = UiThread.javaFx();
    return new Backstage(
        openLab(),
        RunHistory.of(this::openHistory, ui),
        this::openConcepts,
        PreferenceBook.of(file, loaded, ui),
        folders,
        selfCheck()::run,
        new ProcessTrials());
  }

  private SelfCheck selfCheck() {
    return new SelfCheck(
        workers(),
        python(),
        Path.of(System.getProperty("java.io.tmpdir")),
        folders.cache(),
        folders.data());
  }
}
