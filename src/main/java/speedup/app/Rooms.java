package speedup.app;

import java.util.List;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.experiment.UserFolders;
import speedup.history.RunStore;
import speedup.pool.JvmLauncher;
import speedup.ui.WorkbenchApp;

/** Joins the rooms: the only place that knows which lab and which worker stand behind the names. */
final class Rooms {
  private Rooms() {}

  /** Opens the lab: a pool of worker processes, started when the first run needs them. */
  static Lab openLab() {
    return new ProcessLab(workers());
  }

  /** Opens the runs that are kept, in the user's usual place for data. */
  static RunStore.Opened openHistory() {
    return RunStore.open(UserFolders.ofThisUser().data());
  }

  /** Opens the concept lab: its processes are started when a stage needs them. */
  static ConceptLab openConcepts() {
    return new ConceptLab(workers());
  }

  /** Starts the workers of this program. */
  static JvmLauncher workers() {
    return JvmLauncher.ofThisProcess(List.of());
  }

  /** Opens the window and returns when it was closed. */
  static void openWindow() {
    WorkbenchApp.open(Rooms::openLab, Rooms::openHistory, Rooms::openConcepts);
  }
}
