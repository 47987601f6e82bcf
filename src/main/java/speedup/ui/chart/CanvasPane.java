package speedup.ui.chart;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import speedup.plot.ChartTheme;
import speedup.plot.Pen;
import speedup.ui.Messages;

/**
 * A chart drawn on a canvas as large as itself. New data is only remembered; {@link #renderIfDirty}
 * draws it, so that however often data comes, a chart is drawn once a pulse at most. A new size,
 * theme or text size is drawn by the next layout pass without anybody asking.
 *
 * <p>FX thread only.
 */
public abstract class CanvasPane extends Region {
  /** Room that charts keep free at their edges, in pixels at the usual text size. */
  static final double MARGIN = Pen.MARGIN;

  private final Canvas canvas = new Canvas();
  private final double preferredWidth;
  private final double preferredHeight;
  private Pen pen = new Pen(new CanvasSurface(canvas.getGraphicsContext2D()), ChartTheme.LIGHT, 1);
  private boolean dirty = true;

  /** Preferred size in pixels at the usual text size. */
  CanvasPane(double preferredWidth, double preferredHeight) {
    this.preferredWidth = preferredWidth;
    this.preferredHeight = preferredHeight;
    canvas.setManaged(false);
    getChildren().add(canvas);
    getStyleClass().add("chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(Messages.get("chart.help"));
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    var rows = table();
    if (event.getCode() == KeyCode.ENTER && isFocusTraversable() && rows.size() > 1) {
      fireEvent(new NumbersEvent(spoken(), rows));
      event.consume();
    }
  }

  /** Changes all colours. */
  public final void setTheme(ChartTheme theme) {
    if (!pen.theme.equals(Objects.requireNonNull(theme))) {
      pen = pen.with(theme, pen.scale);
      redrawWithLayout();
    }
  }

  /**
   * Changes the size of all texts.
   *
   * @param scale 1 for a base text of 13 pixels; above 0
   */
  public final void setTextScale(double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("a text scale is above 0, not " + scale);
    }
    if (pen.scale != scale) {
      pen = pen.with(pen.theme, scale);
      redrawWithLayout();
    }
  }

  /** Draws now, if something changed since the last time and there is room to draw on. */
  public final void renderIfDirty() {
    var width = canvas.getWidth();
    var height = canvas.getHeight();
    if (!dirty || width < 1 || height < 1) {
      return;
    }
    dirty = false;
    pen.clear(width, height);
    draw(pen, width, height);
    var spoken = spoken();
    if (!spoken.equals(getAccessibleText())) {
      setAccessibleText(spoken);
    }
  }

  /** What it draws with now. */
  final Pen pen() {
    return pen;
  }

  /** The numbers that are drawn, as text: a header and the rows under it. */
  public abstract List<List<String>> table();

  /** Draws everything on a blank ground. */
  abstract void draw(Pen pen, double width, double height);

  /** What the chart shows, in a sentence to be spoken. */
  abstract String spoken();

  /** Something changed; the owner of the pulse will have it drawn. */
  final void changed() {
    dirty = true;
  }

  private void redrawWithLayout() {
    dirty = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    var width = snapSizeX(getWidth());
    var height = snapSizeY(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      dirty = true;
    }
    renderIfDirty();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 40;
  }

  @Override
  protected double computePrefWidth(double height) {
    return preferredWidth;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(preferredHeight * pen.scale);
  }
}
