package speedup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import speedup.settings.Language;
import speedup.ui.about.Versions;
import speedup.ui.crash.CrashDialog;
import speedup.ui.crash.CrashReports;
import speedup.ui.fx.UiThread;
import speedup.ui.run.FileOpener;
import speedup.ui.view.Backstage;

/** The window: shell and views on one stage. Belongs to the JavaFX thread. */
public final class Workbench {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 860;

  private final Backstage backstage;
  private final Stage stage;
  private final Scene scene;
  private final CrashReports crashes;
  private ShellController shell;
  private FileOpener opener;

  private Workbench(Backstage backstage, Stage stage, double width, double height) {
    this.backstage = backstage;
    this.stage = stage;
    crashes = makeCrashes();
    scene = new Scene(load(), width, height);
    shell.open(backstage, stage, UiThread.javaFx());
    backstage
        .preferences()
        .property()
        .addListener((_, before, now) -> {
          if (before.appearance().language() != now.appearance().language()) {
            speak(now.appearance().language());
          }
        });
  }

  /** Makes everything in the window anew in another language, once nothing runs any more. */
  private void speak(Language language) {
    if (shell.isRunning()) {
      var present = shell;
      present
          .runningProperty()
          .addListener((_, _, running) -> {
            if (!running && present == shell) {
              Platform.runLater(() -> speakNow(language));
            }
          });
    } else {
      speakNow(language);
    }
  }

  private void speakNow(Language language) {
    if (language.locale().equals(Locale.getDefault())) {
      return;
    }
    var kept = shell.kept();
    shell.close();
    language.use();
    scene.setRoot(load());
    shell.open(backstage, stage, UiThread.javaFx());
    shell.restore(kept);
    if (opener != null) {
      shell.setOpener(opener);
    }
    stage.setTitle(Messages.get("shell.name"));
  }

  /** Shows the window; what it works with is closed with it. */
  public static Workbench open(Stage stage, Backstage backstage) {
    var visible = Screen.getPrimary().getVisualBounds();
    var workbench =
        make(stage, backstage, fit(WIDTH, visible.getWidth()), fit(HEIGHT, visible.getHeight()));
    stage.setTitle(Messages.get("shell.name"));
    stage.setScene(workbench.scene);
    place(stage, visible);
    stage.show();
    return workbench;
  }

  /** Makes everything that is in the window, without showing it. */
  static Workbench make(Stage stage, Backstage backstage, double width, double height) {
    return new Workbench(backstage, stage, width, height);
  }

  private Parent load() {
    var loader = new FXMLLoader(Workbench.class.getResource("Shell.fxml"), Messages.bundle());
    try {
      Parent root = loader.load();
      shell = loader.getController();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("the window's layout cannot be read", e);
    }
  }

  /** Is given files that the person wants to see with the system's own programs. */
  void setOpener(FileOpener next) {
    opener = next;
    shell.setOpener(opener);
  }

  private static double fit(double wanted, double available) {
    return Math.min(wanted, available);
  }

  private static void place(Stage stage, Rectangle2D visible) {
    stage.setX(visible.getMinX() + (visible.getWidth() - fit(WIDTH, visible.getWidth())) / 2);
    stage.setY(visible.getMinY() + (visible.getHeight() - fit(HEIGHT, visible.getHeight())) / 2);
  }

  /** What becomes of a bug: told in a dialog of this window. */
  CrashReports crashes() {
    return crashes;
  }

  private CrashReports makeCrashes() {
    var files = new FileDialogs(() -> stage);
    var dialog =
        new CrashDialog(
            stage,
            Versions::text,
            () ->
                files
                    .save(
                        Messages.get("crash.file"),
                        "speedup-report.txt",
                        List.of(FileDialogs.allFiles()))
                    .map(FileDialogs.Saved::file));
    return new CrashReports(UiThread.javaFx(), dialog::show);
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
    backstage.close();
  }
}
