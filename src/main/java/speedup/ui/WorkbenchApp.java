package speedup.ui;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import speedup.ui.fx.UiThread;
import speedup.ui.view.Backstage;

/** The JavaFX application: one window on one lab. */
public final class WorkbenchApp extends Application {
  // JavaFX makes the application object itself, so what it needs waits here
  private static final AtomicReference<Supplier<Backstage>> ROOMS = new AtomicReference<>();

  private static final AtomicReference<Arrivals> ARRIVALS = new AtomicReference<>();
  private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);

  private Workbench workbench;

  /** Called by JavaFX. */
  public WorkbenchApp() {}

  /**
   * Opens the window and returns when it was closed.
   *
   * @param rooms opens what the window works with; called once, on the JavaFX thread
   * @param arrivals what is handed over while the window is open
   */
  public static void open(Supplier<Backstage> rooms, Arrivals arrivals) {
    ROOMS.set(rooms);
    ARRIVALS.set(arrivals);
    launch(WorkbenchApp.class);
  }

  @Override
  public void start(Stage stage) {
    for (var size : ICONS) {
      var icon = WorkbenchApp.class.getResource("icons/" + size + ".png");
      stage.getIcons().add(new Image(icon.toExternalForm()));
    }
    workbench = Workbench.open(stage, ROOMS.get().get());
    // from here on a bug is told in the window instead of ending in silence
    Thread.setDefaultUncaughtExceptionHandler(workbench.crashes());
    workbench.setOpener(
        new SystemOpener(
            UiThread.javaFx(), file -> getHostServices().showDocument(file.toUri().toString())));
    ARRIVALS.get().listen(file -> Platform.runLater(() -> workbench.arrived(file)));
  }

  @Override
  public void stop() {
    if (workbench != null) {
      workbench.close();
    }
  }
}
