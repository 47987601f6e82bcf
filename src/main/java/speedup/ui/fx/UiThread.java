package speedup.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Where work goes that touches what is on screen. Tests hand in one that runs at once. */
@FunctionalInterface
public interface UiThread extends Executor {
  /** The JavaFX application thread; at once when called on it. */
  static UiThread javaFx() {
    return action -> {
      if (Platform.isFxApplicationThread()) {
        action.run();
      } else {
        Platform.runLater(action);
      }
    };
  }
}
