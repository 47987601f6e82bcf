package speedup.ui;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import speedup.report.Export;
import speedup.ui.history.HistoryController;
import speedup.ui.view.View;

/**
 * Opens a file that the window was started with: an exported run goes into the history and is
 * shown, anything else is taken as input of the workload, as if it had been dropped. JavaFX thread
 * only.
 *
 * @param shell the window
 */
record ArrivedFile(ShellController shell) {
  /** No workload reads one of these. */
  private static final Set<Export.Format> RUNS =
      EnumSet.of(Export.Format.SPEEDUP, Export.Format.JSON);

  void open(Path file) {
    if (Export.Format.of(file).filter(RUNS::contains).isPresent()) {
      shell.show(View.HISTORY);
      ((HistoryController) shell.view(View.HISTORY)).drop(List.of(file));
    } else if (shell.isRunning()) {
      afterTheRun(file);
    } else {
      shell.show(View.RUN);
      shell.drop(List.of(file.toFile()));
    }
  }

  /** The forms belong to what runs. */
  private void afterTheRun(Path file) {
    var running = shell.runningProperty();
    running.addListener(
        new ChangeListener<Boolean>() {
          @Override
          public void changed(
              ObservableValue<? extends Boolean> property, Boolean before, Boolean now) {
            running.removeListener(this);
            open(file);
          }
        });
  }
}
