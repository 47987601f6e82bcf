package speedup.app;

import java.util.function.Supplier;
import speedup.experiment.Lab;

/** Joins the rooms: the only place that knows which lab stands behind the interface. */
final class Rooms {
  private Rooms() {}

  /** Opens the lab: a pool of worker processes, started when the first run needs them. */
  static Lab openLab() {
    throw new UnsupportedOperationException("the lab is not joined yet");
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
