package speedup.ui.view;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import speedup.plot.ChartTheme;
import speedup.workload.Workload;

/**
 * The controller of a view, as the shell knows it: Run and Stop, keys, drops and looks go to the
 * view that is shown. JavaFX thread only.
 */
public interface WorkView {
  /** Gives the view what all views share; called once, before anything else. */
  void open(Session session);

  /** Whether Run would do something, if nothing else runs. */
  ObservableBooleanValue ready();

  /** What is wrong with the forms; empty when nothing is. */
  ObservableStringValue problem();

  /** Whether something that this view started is under way; never, unless a view runs things. */
  default ObservableBooleanValue running() {
    return new SimpleBooleanProperty(false);
  }

  /** Starts what the forms say, if they are right. */
  void run();

  /** Stops what this view started. */
  default void stop() {}

  /** Whether it runs what is in it, whatever was chosen in the bar. */
  default boolean hasOwnWorkload() {
    return false;
  }

  /** Another workload was chosen in the bar; its settings are in the session already. */
  default void setWorkload(Workload workload) {}

  /**
   * Takes over colours and text size of what is drawn; where nothing is, the style sheet does.
   *
   * @param scale 1 for the usual size of text
   */
  default void setLook(ChartTheme charts, double scale) {}

  /** Takes dropped files and folders, or says why not; false where there is no use for them. */
  default boolean drop(List<Path> files) {
    return false;
  }

  /** Hides what was found, so that a class can predict what the next run finds. */
  default void hideResult() {}

  /** How many scenes the number keys choose from; 0 where they mean nothing to this view. */
  default int scenes() {
    return 0;
  }

  /** Shows one of its scenes, from 0. */
  default void showScene(int number) {}

  /** It has come into sight. */
  default void shown() {}

  /** The window is to close: calls this once nothing would be lost; not where the person stays. */
  default void beforeClose(Runnable close) {
    close.run();
  }

  /** Stops drawing; the window closes. */
  void close();
}
