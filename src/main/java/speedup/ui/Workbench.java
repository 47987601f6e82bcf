package speedup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
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
  private final Backstage backstage;
  private final Stage stage;
  private final Scene scene;
  private final CrashReports crashes;
  private ShellController shell;
  private FileOpener opener;
  private WindowState state; // of a window that is shown

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
    var workbench = make(stage, backstage, 0, 0);
    stage.setTitle(Messages.get("shell.name"));
    stage.setScene(workbench.scene);
    workbench.state =
        new WindowState(stage, backstage.preferences(), () -> workbench.shell.presentView());
    workbench.state.restore();
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

  /** The program was started once more: comes to the front, and opens what it was started with. */
  void arrived(Optional<Path> file) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    file.ifPresent(new ArrivedFile(shell)::open);
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
    if (state != null) {
      state.close();
    }
    shell.close();
    backstage.close();
  }
}
