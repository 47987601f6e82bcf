package speedup.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import speedup.ui.fx.UiThread;
import speedup.ui.view.Backstage;

/** The JavaFX application: one window on one lab. */
public final class WorkbenchApp extends Application {
  // JavaFX makes the application object itself, so what it needs waits here
  private static final AtomicReference<Supplier<Backstage>> ROOMS = new AtomicReference<>();

  private Workbench workbench;

  /** Called by JavaFX. */
  public WorkbenchApp() {}

  /**
   * Opens the window and returns when it was closed.
   *
   * @param rooms opens what the window works with; called once, on the JavaFX thread
   */
  public static void open(Supplier<Backstage> rooms) {
    ROOMS.set(rooms);
    launch(WorkbenchApp.class);
  }

  @Override
  public void start(Stage stage) {
    workbench = Workbench.open(stage, ROOMS.get().get());
    // from here on a bug is told in the window instead of ending in silence
    Thread.setDefaultUncaughtExceptionHandler(workbench.crashes());
    workbench.setOpener(
        new SystemOpener(
            UiThread.javaFx(), file -> getHostServices().showDocument(file.toUri().toString())));
  }

  @Override
  public void stop() {
    if (workbench != null) {
      workbench.close();
    }
  }
}
