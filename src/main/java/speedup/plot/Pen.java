package speedup.plot;

/** Draws texts, lines and hatching in one theme and text size. For the thread of its surface. */
public final class Pen {
  /** Room that charts keep free at their edges, in pixels at the usual text size. */
  public static final double MARGIN = 8;

  private static final double BASE_TEXT = 13;
  private static final double SMALL_TEXT = 11;

  private final Surface surface;

  /** The colours. */
  public final ChartTheme theme;

  /** Text size, 1 for the usual one; strokes and gaps grow with it. */
  public final double scale;

  /** The usual text. */
  public final Type body;

  /** Bold text of the usual size. */
  public final Type strong;

  /** Text of axes and labels. */
  public final Type small;

  /** A pen for a surface. */
  public Pen(Surface surface, ChartTheme theme, double scale) {
    this.surface = surface;
    this.theme = theme;
    this.scale = scale;
    body = new Type(surface.ruler(), BASE_TEXT * scale, false);
    strong = new Type(surface.ruler(), BASE_TEXT * scale, true);
    small = new Type(surface.ruler(), (theme.projected() ? BASE_TEXT : SMALL_TEXT) * scale, false);
  }

  /** The same pen with other colours or another text size. */
  public Pen with(ChartTheme otherTheme, double otherScale) {
    return new Pen(surface, otherTheme, otherScale);
  }

  /** Wipes everything and starts anew. */
  public void clear(double width, double height) {
    surface.dashes();
    surface.fillRect(0, 0, width, height, theme.background());
  }

  /** The middle of a pixel: lines there are sharp. */
  public static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }

  /** A text whose left edge, middle or right edge is at x, and whose line starts at y. */
  public void text(Type type, String text, double x, double y, Align align, Ink color) {
    var width = align == Align.LEFT ? 0 : type.width(text);
    var left = align == Align.CENTER ? x - width / 2 : x - width;
    write(type, text, Math.round(left), Math.round(y + type.ascent()), color);
  }

  /** A text with equally wide digits: it does not jitter while its number changes. */
  public void tabular(Type type, String text, double x, double y, Ink color) {
    var left = x;
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      var glyph = String.valueOf(character);
      var cell = type.cell(character);
      var inCell = left + (cell - type.width(glyph)) / 2;
      write(type, glyph, inCell, Math.round(y + type.ascent()), color);
      left += cell;
    }
  }

  private void write(Type type, String text, double x, double baseline, Ink color) {
    surface.text(text, x, baseline, type.size(), type.bold(), color);
  }

  /** The text, or as much of it as there is room for. */
  public static String fit(Type type, String text, double room) {
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

  /** A filled rectangle. */
  public void fill(double x, double y, double width, double height, Ink color) {
    surface.fillRect(x, y, width, height, color);
  }

  /** A sharp outline within the rectangle. */
  public void outline(double x, double y, double width, double height, Ink color) {
    // where there is hardly room for its inside, a thick outline would be all that is seen
    var stroke = Math.clamp(Math.floor(Math.min(width, height) / 4), 1, theme.stroke(1));
    var left = Math.floor(x) + stroke / 2;
    var top = Math.floor(y) + stroke / 2;
    surface.strokeRect(
        left,
        top,
        Math.max(0, Math.floor(x + width) - stroke / 2 - left),
        Math.max(0, Math.floor(y + height) - stroke / 2 - top),
        stroke,
        color);
  }

  /** An outline of any thickness, half of it outside of the rectangle. */
  public void frame(double x, double y, double width, double height, double stroke, Ink color) {
    surface.strokeRect(x, y, width, height, theme.stroke(stroke), color);
  }

  /** A filled circle around a middle. */
  public void dot(double x, double y, double radius, Ink color) {
    surface.fillOval(x - radius, y - radius, 2 * radius, 2 * radius, color);
  }

  /** A filled area through the first points. */
  public void area(double[] xs, double[] ys, int count, Ink color) {
    surface.fillPolygon(xs, ys, count, color);
  }

  /** Columns of one pixel, each from a floor up to a roof, both counted from the bottom. */
  public void columns(double left, double bottom, int[] floors, int[] roofs, int count, Ink color) {
    surface.columns(left, bottom, floors, roofs, count, color);
  }

  /** A line through the first points. */
  public void curve(double[] xs, double[] ys, int count, double width, Ink color) {
    surface.polyline(xs, ys, count, theme.stroke(width), color);
  }

  /** What follows up to {@link #solid} is drawn in dashes and gaps of these lengths. */
  public void dash(double... lengths) {
    surface.dashes(lengths);
  }

  /** Strokes have no gaps any more. */
  public void solid() {
    surface.dashes();
  }

  /** A line from one point to another. */
  public void line(double x1, double y1, double x2, double y2, double width, Ink color) {
    surface.lines(new double[] {x1, y1, x2, y2}, 1, theme.stroke(width), color);
  }

  /** A dashed line from one point to another. */
  public void dashed(double x1, double y1, double x2, double y2, double width, Ink color) {
    dash(5 * scale, 4 * scale);
    line(x1, y1, x2, y2, width, color);
    solid();
  }

  /** Diagonal lines within the rectangle, in one stroke. */
  public void hatch(double x, double y, double width, double height, Ink color) {
    var gap = (theme.projected() ? 9 : 6) * scale;
    var most = (int) Math.ceil(Math.max(0, width + height - gap / 2) / gap);
    var ends = new double[4 * most];
    for (var i = 0; i < most; i++) {
      var start = gap / 2 + i * gap;
      var fromX = Math.min(start, width);
      var toX = Math.max(0, start - height);
      ends[4 * i] = x + fromX;
      ends[4 * i + 1] = y + start - fromX;
      ends[4 * i + 2] = x + toX;
      ends[4 * i + 3] = y + start - toX;
    }
    surface.lines(ends, most, theme.stroke(Math.max(1, scale * 0.8)), color);
  }

  /** A cross around a middle. */
  public void cross(double x, double y, double radius, Ink color) {
    var width = 2 * scale;
    line(x - radius, y - radius, x + radius, y + radius, width, color);
    line(x - radius, y + radius, x + radius, y - radius, width, color);
  }

  /** A check mark in a square. */
  public void check(double x, double y, double size, Ink color) {
    curve(
        new double[] {x + size * 0.1, x + size * 0.4, x + size * 0.95},
        new double[] {y + size * 0.55, y + size * 0.85, y + size * 0.15},
        3,
        Math.max(2, 2 * scale),
        color);
  }
}
