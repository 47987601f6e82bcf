package speedup.ui.concept;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.layout.StackPane;

/** The place of the drawing: as high as a stage needs at its width to be read. */
public final class StageFrame extends StackPane {
  private static final double LEAST = 150;

  private Optional<StagePicture> picture = Optional.empty();
  private double scale = 1;

  /** Without a stage. */
  public StageFrame() {}

  /** Makes room for a stage. */
  void show(StagePicture next, double nextScale) {
    picture = Optional.of(next);
    scale = nextScale;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    var insets = getInsets().getTop() + getInsets().getBottom();
    var least = LEAST * scale;
    return insets
        + picture
            .filter(_ -> width > 0)
            .map(shown -> Math.max(least, Math.ceil(shown.heightNeeded(width, scale))))
            .orElse(least);
  }
}
