package speedup.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import speedup.ui.Arrivals;
import speedup.ui.WorkbenchApp;

/**
 * Opens the window, draws some frames and closes it again: what the JVM loads meanwhile is what the
 * start cache of the window holds. The build of the installers runs it.
 */
public final class TrainWindow {
  /** Everything has been laid out and drawn by then, and what is read aside has come. */
  private static final int FRAMES = 120;

  private TrainWindow() {}

  /** Ends the JVM with 0 when the window was shown. */
  public static void main(String[] args) {
    var rooms = new Rooms();
    WorkbenchApp.open(
        () -> {
          Platform.runLater(TrainWindow::closeSoon);
          return rooms.backstage();
        },
        Arrivals.none());
    System.exit(0);
  }

  private static void closeSoon() {
    var timer =
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            if (++frames == FRAMES) {
              stop();
              Platform.exit();
            }
          }
        };
    timer.start();
  }
}
