package speedup.ui.run;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Gives the parts of the Run view their room: charts the height they need at the present scale, and
 * side columns a place under the centre where there is none beside it. The result stands beside the
 * large number where a sentence has room there, else under it.
 */
final class RunLayout {
  private static final double RACE_HEIGHT = 124;

  /** With more than two bars each has a row of its own, and its label beside it. */
  private static final double RACE_ROW = 28;

  private static final double RACE_AXIS = 26;
  private static final double CHART_HEIGHT = 150;

  /** What was found is looked at closely, and from afar. */
  private static final double FOUND_HEIGHT = 270;

  private static final double TIMELINE_HEIGHT = 84;
  private static final double BREAKDOWN_HEIGHT = 58;

  /** Widths of the view at 100 %, in pixels, from which columns stand side by side. */
  private static final double THREE_COLUMNS = 960;

  private static final double TWO_COLUMNS = 640;

  /** Width of the centre at 100 %, in pixels, from which the result stands beside the number. */
  private static final double RESULT_BESIDE = 620;

  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

  private final BorderPane root;
  private final VBox centre;
  private final Region form;
  private final Region race;
  private final Region workers;
  private final Headline headline;
  private final Region chart;
  private final Map<Region, Double> heights = new LinkedHashMap<>();
  private double scale = 1;

  /**
   * The text beside the large number.
   *
   * @param text the title, and under it the line where there is room for it
   * @param line the result, or how far the run is
   * @param number the number with its caption, which is in one line where there is room for it
   */
  record Headline(VBox text, Region line, Region number) {}

  RunLayout(
      BorderPane root,
      VBox centre,
      Headline headline,
      Region form,
      Region workers,
      Region race,
      Region chart,
      Region timeline,
      Region breakdown) {
    this.root = root;
    this.centre = centre;
    this.headline = headline;
    this.form = form;
    this.race = race;
    this.chart = chart;
    this.workers = workers;
    heights.put(race, RACE_HEIGHT);
    heights.put(chart, CHART_HEIGHT);
    heights.put(timeline, TIMELINE_HEIGHT);
    heights.put(breakdown, BREAKDOWN_HEIGHT);
    root.widthProperty().addListener(_ -> reflow());
    centre.widthProperty().addListener(_ -> placeLine());
  }

  /** Makes room for so many bars in the race. */
  void setBars(int bars) {
    heights.put(race, bars <= 2 ? RACE_HEIGHT : Math.max(RACE_HEIGHT, RACE_AXIS + RACE_ROW * bars));
    setScale(scale);
  }

  /** Makes more room for what was found than a chart needs. */
  void setFound(boolean found) {
    heights.put(chart, found ? FOUND_HEIGHT : CHART_HEIGHT);
    setScale(scale);
  }

  void setScale(double next) {
    scale = next;
    heights.forEach((part, height) -> {
      part.setMinHeight(height * scale);
      part.setPrefHeight(height * scale);
    });
    reflow();
  }

  private void reflow() {
    var width = root.getWidth() / scale;
    if (width > 0) {
      place(workers, width >= THREE_COLUMNS, root.rightProperty());
      place(form, width >= TWO_COLUMNS, root.leftProperty());
    }
    placeLine();
  }

  private void placeLine() {
    var width = centre.getWidth() / scale;
    var beside = width >= RESULT_BESIDE;
    headline.number().setMinWidth(beside ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
    if (width <= 0 || beside == (headline.line().getParent() == headline.text())) {
      return;
    }
    if (beside) {
      centre.getChildren().remove(headline.line());
      headline.text().getChildren().add(headline.line());
    } else {
      headline.text().getChildren().remove(headline.line());
      centre.getChildren().add(1, headline.line());
    }
  }

  private void place(Region column, boolean beside, ObjectProperty<Node> side) {
    if (beside == (side.get() == column)) {
      return;
    }
    if (beside) {
      centre.getChildren().remove(column);
      side.set(column);
    } else {
      side.set(null);
      centre.getChildren().add(column);
    }
    column.pseudoClassStateChanged(BELOW, !beside);
    column.setMinHeight(beside ? 0 : Region.USE_PREF_SIZE);
  }
}
