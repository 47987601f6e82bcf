package speedup.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A chart on a canvas. It is drawn when its owner asks after a change, and when it gets another size.
 * Belongs to the JavaFX thread.
 */
public abstract class CanvasPane extends Region {
  private static final double BASE_TEXT = 12;
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("speedup.ui.chart.chart");

  private final Canvas canvas = new Canvas();
  private final Text measured = new Text();
  private ChartTheme theme = ChartTheme.LIGHT;
  private double textScale = 1;
  private boolean dirty = true;
  private Font font = Font.font(BASE_TEXT);
  private Font bold = Font.font(null, FontWeight.BOLD, BASE_TEXT);

  CanvasPane() {
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(60, 40);
  }

  /** Draws in other colours from now on. */
  public void setTheme(ChartTheme next) {
    theme = next;
    changed();
    renderIfDirty();
  }

  /** Draws text larger or smaller; 1 is 100 %. */
  public void setTextScale(double scale) {
    textScale = scale;
    font = Font.font(BASE_TEXT * scale);
    bold = Font.font(null, FontWeight.BOLD, BASE_TEXT * scale);
    setPrefHeight(heightAt(scale));
    setMinHeight(heightAt(scale));
    changed();
    requestLayout();
  }

  /** Draws now if something has changed since the last time. */
  public final void renderIfDirty() {
    if (!dirty || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
      return;
    }
    dirty = false;
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setFont(font);
    g.setTextBaseline(VPos.CENTER);
    g.setLineDashes();
    g.setLineWidth(1);
    draw(g, canvas.getWidth(), canvas.getHeight());
  }

  /** The numbers of the chart as text, a header row first; empty where there are none. */
  public List<List<String>> table() {
    return List.of();
  }

  @Override
  protected void layoutChildren() {
    var width = Math.floor(getWidth());
    var height = Math.floor(getHeight());
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      dirty = true;
    }
    renderIfDirty();
  }

  /** Height in pixels that the chart wants at a text scale. */
  abstract double heightAt(double scale);

  abstract void draw(GraphicsContext g, double width, double height);

  final void changed() {
    dirty = true;
  }

  final ChartTheme theme() {
    return theme;
  }

  /** A length that grows with the text. */
  final double scaled(double pixels) {
    return pixels * textScale;
  }

  final void text(
      GraphicsContext g, String words, double x, double y, TextAlignment align, Color colour) {
    g.setFill(colour);
    g.setTextAlign(align);
    g.fillText(words, Math.round(x), Math.round(y));
  }

  final void boldText(
      GraphicsContext g, String words, double x, double y, TextAlignment align, Color colour) {
    g.setFont(bold);
    text(g, words, x, y, align, colour);
    g.setFont(font);
  }

  final double widthOf(String words) {
    measured.setFont(bold);
    measured.setText(words);
    return measured.getLayoutBounds().getWidth();
  }

  /** Lines on whole pixels are sharp. */
  static double sharp(double position) {
    return Math.floor(position) + 0.5;
  }

  static String word(String key) {
    return WORDS.getString(key);
  }

  static String words(String key, Object... values) {
    return String.format(Locale.ROOT, WORDS.getString(key), values);
  }
}
