package speedup.ui.home;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;
import speedup.check.Finding;

/** What draws the window. JavaFX thread only. */
final class Drawing {
  private Drawing() {}

  /** Whether a graphics card does; three dimensions are what JavaFX has on one only. */
  static Finding look() {
    var card = Platform.isSupported(ConditionalFeature.SCENE3D);
    var percent = Math.round(Screen.getPrimary().getOutputScaleX() * 100);
    return new Finding(
        Finding.Subject.DRAWING,
        card ? Finding.State.GOOD : Finding.State.NOTE,
        Long.toString(percent));
  }
}
