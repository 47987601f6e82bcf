package speedup.app;

import java.util.List;
import java.util.function.Supplier;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.pool.JvmLauncher;
import speedup.worker.WorkerMain;

/** Joins the rooms: the only place that knows which lab and which worker stand behind the names. */
final class Rooms {
  private Rooms() {}

  /** Opens the lab: a pool of worker processes, started when the first run needs them. */
  static Lab openLab() {
    return new ProcessLab(JvmLauncher.ofThisProcess(WorkerMain.class.getName(), List.of()));
  }

  /**
   * Opens the window and returns when it was closed.
   *
   * @throws ReflectiveOperationException when this build has no window, or it could not open
   */
  static void openWindow() throws ReflectiveOperationException {
    Supplier<Lab> labs = Rooms::openLab;
    Class.forName("speedup.ui.WorkbenchApp").getMethod("open", Supplier.class).invoke(null, labs);
  }
}
