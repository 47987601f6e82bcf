package speedup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.history.RunStore;
import speedup.ui.fx.UiThread;
import speedup.ui.run.FileOpener;
import speedup.ui.view.RunHistory;

/** The window: shell and views on one stage. Belongs to the JavaFX thread. */
public final class Workbench {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 860;

  private final Lab lab;
  private final ShellController shell;
  private final Scene scene;

  private Workbench(Lab lab, ShellController shell, Scene scene) {
    this.lab = lab;
    this.shell = shell;
    this.scene = scene;
  }

  /**
   * Shows the window; lab and history are closed with it.
   *
   * @param histories opens the history, on another thread, when it is first needed
   * @param concepts opens the concept lab, on another thread, when its view is first shown
   */
  public static Workbench open(
      Stage stage, Lab lab, Supplier<RunStore.Opened> histories, Supplier<ConceptLab> concepts) {
    var visible = Screen.getPrimary().getVisualBounds();
    var workbench =
        make(
            stage,
            lab,
            RunHistory.of(histories, UiThread.javaFx()),
            concepts,
            fit(WIDTH, visible.getWidth()),
            fit(HEIGHT, visible.getHeight()));
    stage.setTitle(Messages.get("shell.name"));
    stage.setScene(workbench.scene);
    place(stage, visible);
    stage.show();
    return workbench;
  }

  /** Is given files that the person wants to see with the system's own programs. */
  void setOpener(FileOpener opener) {
    shell.setOpener(opener);
  }

  /** Makes everything that is in a window without history and concepts, without showing it. */
  static Workbench make(Stage stage, Lab lab, double width, double height) {
    return make(stage, lab, RunHistory.atOnce(RunHistory::none), width, height);
  }

  /** The same with a history. */
  static Workbench make(Stage stage, Lab lab, RunHistory history, double width, double height) {
    return make(stage, lab, history, Workbench::noConcepts, width, height);
  }

  /** A window that shows no concepts: its view says so. */
  public static ConceptLab noConcepts() {
    throw new IllegalStateException("this window was opened without a concept lab");
  }

  /** Makes everything that is in the window, without showing it. */
  static Workbench make(
      Stage stage,
      Lab lab,
      RunHistory history,
      Supplier<ConceptLab> concepts,
      double width,
      double height) {
    var loader = new FXMLLoader(Workbench.class.getResource("Shell.fxml"), Messages.bundle());
    try {
      Parent root = loader.load();
      var scene = new Scene(root, width, height);
      ShellController shell = loader.getController();
      shell.open(lab, stage, UiThread.javaFx(), history, concepts);
      return new Workbench(lab, shell, scene);
    } catch (IOException e) {
      throw new UncheckedIOException("the window's layout cannot be read", e);
    }
  }

  private static double fit(double wanted, double available) {
    return Math.min(wanted, available);
  }

  private static void place(Stage stage, Rectangle2D visible) {
    stage.setX(visible.getMinX() + (visible.getWidth() - fit(WIDTH, visible.getWidth())) / 2);
    stage.setY(visible.getMinY() + (visible.getHeight() - fit(HEIGHT, visible.getHeight())) / 2);
  }

  /** The scene, for pictures. */
  public Scene scene() {
    return scene;
  }

  /** The controller of the shell, for pictures and tests. */
  public ShellController shell() {
    return shell;
  }

  /** Stops what runs and ends every worker. */
  public void close() {
    shell.close();
    lab.close();
  }
}
