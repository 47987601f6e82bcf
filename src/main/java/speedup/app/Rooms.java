package speedup.app;

import java.nio.file.Path;
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

  /** Notes what the window does, from now on; where that is not possible, it goes unnoted. */
  LogFiles openLog() {
    return LogFiles.openOrElseQuiet(folders.logs());
  }

  /** Opens the window and returns when it was closed. */
  void openWindow() {
    loaded.preferences().appearance().language().use();
    WorkbenchApp.open(this::backstage);
  }

  private Backstage backstage() {
    var ui = UiThread.javaFx();
    return new Backstage(
        openLab(),
        RunHistory.of(this::openHistory, ui),
        this::openConcepts,
        PreferenceBook.of(file, loaded, ui),
        folders,
        selfCheck()::run);
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
