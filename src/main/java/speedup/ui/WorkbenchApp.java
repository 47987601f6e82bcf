package speedup.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.history.RunStore;
import speedup.ui.fx.UiThread;

/** The JavaFX application: one window on one lab. */
public final class WorkbenchApp extends Application {
  // JavaFX makes the application object itself, so what it needs waits here
  private static final AtomicReference<Rooms> ROOMS = new AtomicReference<>();

  /** Opens what a window works with. */
  private record Rooms(
      Supplier<Lab> labs, Supplier<RunStore.Opened> histories, Supplier<ConceptLab> concepts) {}

  private Workbench workbench;

  /** Called by JavaFX. */
  public WorkbenchApp() {}

  /** Opens the window and returns when it was closed. */
  public static void open(
      Supplier<Lab> labs, Supplier<RunStore.Opened> histories, Supplier<ConceptLab> concepts) {
    ROOMS.set(new Rooms(labs, histories, concepts));
    launch(WorkbenchApp.class);
  }

  @Override
  public void start(Stage stage) {
    var rooms = ROOMS.get();
    workbench = Workbench.open(stage, rooms.labs().get(), rooms.histories(), rooms.concepts());
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
