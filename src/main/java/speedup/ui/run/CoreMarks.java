package speedup.ui.run;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import speedup.ui.Messages;

/** Marks under the slider of workers: where the machine's cores end. */
final class CoreMarks extends Pane {
  private final Slider slider;
  private final Mark physical;
  private final Mark logical;

  private record Mark(int at, Region line, Label words) {}

  CoreMarks(Slider slider, int physicalCores, int logicalCores) {
    this.slider = slider;
    getStyleClass().add("core-marks");
    setMouseTransparent(true);
    physical =
        mark(
            physicalCores,
            physicalCores == logicalCores ? "options.workers.cores" : "options.workers.physical");
    logical = physicalCores == logicalCores ? null : mark(logicalCores, "options.workers.logical");
    slider.layoutBoundsProperty().addListener(_ -> requestLayout());
  }

  private Mark mark(int at, String key) {
    var line = new Region();
    line.getStyleClass().add("core-mark");
    var words = new Label(Messages.get(key, at));
    words.getStyleClass().addAll("muted", "small");
    getChildren().addAll(line, words);
    return new Mark(at, line, words);
  }

  @Override
  protected double computePrefHeight(double width) {
    return lineHeight() + physical.words().prefHeight(-1) + 1;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    var right = place(physical, 0);
    if (logical != null) {
      place(logical, right);
    }
  }

  /** Puts a mark under its place on the track, its words right of {@code from}. */
  private double place(Mark mark, double from) {
    var thumb = slider.lookup(".thumb");
    var inset = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
    var share = (mark.at() - slider.getMin()) / (slider.getMax() - slider.getMin());
    var x = inset + share * (getWidth() - 2 * inset);
    mark.line().resizeRelocate(x, 0, 1, lineHeight());
    var width = mark.words().prefWidth(-1);
    var left = Math.max(from, Math.min(getWidth() - width, x - width / 2));
    mark.words().resizeRelocate(left, lineHeight(), width, mark.words().prefHeight(-1));
    return left + width + 2 * lineHeight();
  }

  private double lineHeight() {
    return Math.round(physical.words().getFont().getSize() / 3);
  }
}
