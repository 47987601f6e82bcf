package speedup.ui.scaling;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Gives the parts of the Scaling view their room: charts the height they need at the present scale,
 * as many small ones beside each other as can be read, and the form a place under the charts where
 * there is none beside them.
 */
final class ScalingLayout {
  private static final double FIGURE_HEIGHT = 165;

  /** Widths at 100 %, in pixels. */
  private static final double FORM_BESIDE = 760;

  private static final double FORM_WIDTH = 264;
  private static final double FOUR_FIGURES = 860;
  private static final double TWO_FIGURES = 430;
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

  private final BorderPane root;
  private final VBox centre;
  private final Region form;
  private final GridPane grid;
  private final List<? extends Region> figures;
  private final Map<Region, Double> heights;
  private double scale = 1;
  private int columns;

  /**
   * A layout.
   *
   * @param figures small charts, put into the grid
   * @param heights of other charts at 100 %, in pixels
   */
  ScalingLayout(
      BorderPane root,
      VBox centre,
      Region form,
      GridPane grid,
      List<? extends Region> figures,
      Map<Region, Double> heights) {
    this.root = root;
    this.centre = centre;
    this.form = form;
    this.grid = grid;
    this.figures = figures;
    this.heights = heights;
    root.widthProperty().addListener(_ -> reflow());
    setScale(1);
  }

  void setScale(double next) {
    scale = next;
    heights.forEach(this::setHeight);
    figures.forEach(figure -> setHeight(figure, FIGURE_HEIGHT));
    columns = 0;
    reflow();
  }

  private void setHeight(Region part, double height) {
    part.setMinHeight(height * scale);
    part.setPrefHeight(height * scale);
  }

  /** By the width of the whole, which is there before its parts are laid out. */
  private void reflow() {
    double width = root.getWidth() / scale;
    if (width > 0) {
      place(width >= FORM_BESIDE);
    }
    double room = width - (width >= FORM_BESIDE ? FORM_WIDTH : 0);
    arrange(room >= FOUR_FIGURES ? 4 : room >= TWO_FIGURES ? 2 : 1);
  }

  private void place(boolean beside) {
    if (beside == (root.getLeft() == form)) {
      return;
    }
    if (beside) {
      centre.getChildren().remove(form);
      root.setLeft(form);
    } else {
      root.setLeft(null);
      centre.getChildren().add(form);
    }
    form.pseudoClassStateChanged(BELOW, !beside);
    form.setMinHeight(beside ? 0 : Region.USE_PREF_SIZE);
  }

  private void arrange(int next) {
    if (columns == next) {
      return;
    }
    columns = next;
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < figures.size(); i++) {
      grid.add(figures.get(i), i % columns, i / columns);
    }
  }
}
