package speedup.ui.chart;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.FontWeight;

/** Draws texts, lines and hatching in one theme and text size. FX thread only. */
final class Pen {
  private static final double BASE_TEXT = 13;
  private static final double SMALL_TEXT = 11;

  final GraphicsContext gc;
  final ChartTheme theme;

  /** Text size, 1 for the usual one; strokes and gaps grow with it. */
  final double scale;

  final Type body;
  final Type strong;
  final Type small;

  Pen(GraphicsContext gc, ChartTheme theme, double scale) {
    this.gc = gc;
    this.theme = theme;
    this.scale = scale;
    body = new Type(BASE_TEXT * scale, FontWeight.NORMAL);
    strong = new Type(BASE_TEXT * scale, FontWeight.BOLD);
    small = new Type(SMALL_TEXT * scale, FontWeight.NORMAL);
  }

  /** Wipes everything and starts anew. */
  void clear(double width, double height) {
    gc.setGlobalAlpha(1);
    gc.setLineDashes();
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.setTextBaseline(VPos.BASELINE);
    gc.setFill(theme.background());
    gc.fillRect(0, 0, width, height);
  }

  /** The middle of a pixel: lines there are sharp. */
  static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }

  /** A text whose left edge, middle or right edge is at x, and whose line starts at y. */
  void text(Type type, String text, double x, double y, HPos align, Color color) {
    var width = align == HPos.LEFT ? 0 : type.width(text);
    var left = align == HPos.CENTER ? x - width / 2 : x - width;
    gc.setFont(type.font());
    gc.setFill(color);
    gc.fillText(text, Math.round(left), Math.round(y + type.ascent()));
  }

  /** A text with equally wide digits: it does not jitter while its number changes. */
  void tabular(Type type, String text, double x, double y, Color color) {
    gc.setFont(type.font());
    gc.setFill(color);
    var left = x;
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      var glyph = String.valueOf(character);
      var cell = type.cell(character);
      gc.fillText(glyph, left + (cell - type.width(glyph)) / 2, Math.round(y + type.ascent()));
      left += cell;
    }
  }

  /** The text, or as much of it as there is room for. */
  static String fit(Type type, String text, double room) {
    if (type.width(text) <= room) {
      return text;
    }
    for (var end = text.length() - 1; end > 0; end--) {
      var shorter = text.substring(0, end).stripTrailing() + "…";
      if (type.width(shorter) <= room) {
        return shorter;
      }
    }
    return "";
  }

  void fill(double x, double y, double width, double height, Color color) {
    gc.setFill(color);
    gc.fillRect(x, y, width, height);
  }

  /** A sharp outline within the rectangle. */
  void outline(double x, double y, double width, double height, Color color) {
    var left = crisp(x);
    var top = crisp(y);
    gc.setStroke(color);
    gc.setLineWidth(1);
    gc.strokeRect(
        left,
        top,
        Math.max(0, Math.floor(x + width) - 0.5 - left),
        Math.max(0, Math.floor(y + height) - 0.5 - top));
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    gc.setStroke(color);
    gc.setLineWidth(width);
    gc.strokeLine(x1, y1, x2, y2);
  }

  void dashed(double x1, double y1, double x2, double y2, double width, Color color) {
    gc.setLineDashes(5 * scale, 4 * scale);
    line(x1, y1, x2, y2, width, color);
    gc.setLineDashes();
  }

  /** Diagonal lines within the rectangle, in one stroke. */
  void hatch(double x, double y, double width, double height, Color color) {
    var gap = 6 * scale;
    gc.setStroke(color);
    gc.setLineWidth(Math.max(1, scale * 0.8));
    gc.beginPath();
    for (var start = gap / 2; start < width + height; start += gap) {
      var fromX = Math.min(start, width);
      var toX = Math.max(0, start - height);
      gc.moveTo(x + fromX, y + start - fromX);
      gc.lineTo(x + toX, y + start - toX);
    }
    gc.stroke();
  }

  /** A cross around a middle. */
  void cross(double x, double y, double radius, Color color) {
    var width = 2 * scale;
    line(x - radius, y - radius, x + radius, y + radius, width, color);
    line(x - radius, y + radius, x + radius, y - radius, width, color);
  }

  /** A check mark in a square. */
  void check(double x, double y, double size, Color color) {
    gc.setStroke(color);
    gc.setLineWidth(Math.max(2, 2 * scale));
    gc.strokePolyline(
        new double[] {x + size * 0.1, x + size * 0.4, x + size * 0.95},
        new double[] {y + size * 0.55, y + size * 0.85, y + size * 0.15},
        3);
  }
}
