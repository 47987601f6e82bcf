package speedup.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import speedup.plot.ChartTheme;
import speedup.plot.Ink;
import speedup.plot.Ruler;
import speedup.plot.Surface;

/** A canvas in the window as a surface. FX thread only. */
final class CanvasSurface implements Surface, Ruler {
  /** Charts use some dozens of colours; more than this many are not worth keeping. */
  private static final int MOST_KEPT = 256;

  /** A font at one size. */
  private record FontKey(double size, boolean bold) {}

  private final GraphicsContext gc;
  private final Text line = new Text();
  private final Map<FontKey, Font> fonts = new HashMap<>();
  private final Map<Ink, Color> colors = new HashMap<>();
  private Ink lastInk = ChartTheme.LIGHT.background();
  private Color lastColor = color(lastInk);
  private boolean dashed;

  CanvasSurface(GraphicsContext gc) {
    this.gc = gc;
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.setTextBaseline(VPos.BASELINE);
  }

  static Color color(Ink ink) {
    return Color.color(ink.red(), ink.green(), ink.blue(), ink.opacity());
  }

  private Color known(Ink ink) {
    if (ink != lastInk) { // thousands of rectangles in a row have the same
      if (colors.size() >= MOST_KEPT) {
        colors.clear();
      }
      lastInk = ink;
      lastColor = colors.computeIfAbsent(ink, CanvasSurface::color);
    }
    return lastColor;
  }

  private Font font(double size, boolean bold) {
    return fonts.computeIfAbsent(
        new FontKey(size, bold),
        key ->
            Font.font(
                Font.getDefault().getFamily(),
                key.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                key.size()));
  }

  @Override
  public Ruler ruler() {
    return this;
  }

  private Text measured(String text, double size, boolean bold) {
    line.setFont(font(size, bold));
    line.setText(text);
    return line;
  }

  @Override
  public double width(String text, double size, boolean bold) {
    return measured(text, size, bold).getLayoutBounds().getWidth();
  }

  @Override
  public double ascent(double size, boolean bold) {
    return measured("0", size, bold).getBaselineOffset();
  }

  @Override
  public double lineHeight(double size, boolean bold) {
    return measured("0", size, bold).getLayoutBounds().getHeight();
  }

  @Override
  public void dashes(double... lengths) {
    dashed = lengths.length > 0;
    gc.setLineDashes(lengths);
  }

  @Override
  public void fillRect(double x, double y, double width, double height, Ink ink) {
    gc.setFill(known(ink));
    gc.fillRect(x, y, width, height);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double stroke, Ink ink) {
    pen(stroke, ink);
    gc.strokeRect(x, y, width, height);
  }

  @Override
  public void fillOval(double x, double y, double width, double height, Ink ink) {
    gc.setFill(known(ink));
    gc.fillOval(x, y, width, height);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count, Ink ink) {
    gc.setFill(known(ink));
    gc.fillPolygon(xs, ys, count);
  }

  /** As rectangles: an area with as many corners takes several times as long to paint. */
  @Override
  public void columns(double left, double bottom, int[] floors, int[] roofs, int count, Ink ink) {
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || floors[i] != floors[from] || roofs[i] != roofs[from]) {
        int height = roofs[from] - floors[from];
        if (height > 0) {
          fillRect(left + from, bottom - roofs[from], i - from, height, ink);
        }
        from = i;
      }
    }
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, double stroke, Ink ink) {
    pen(stroke, ink);
    gc.strokePolyline(xs, ys, count);
  }

  @Override
  public void lines(double[] ends, int count, double stroke, Ink ink) {
    if (count == 1 && !dashed && isLevelOrUpright(ends)) {
      // the same pixels for a fraction of the time that a stroke takes
      boolean level = ends[1] == ends[3];
      double left = Math.min(ends[0], ends[2]) - (level ? 0 : stroke / 2);
      double top = Math.min(ends[1], ends[3]) - (level ? stroke / 2 : 0);
      double width = level ? Math.abs(ends[2] - ends[0]) : stroke;
      fillRect(left, top, width, level ? stroke : Math.abs(ends[3] - ends[1]), ink);
      return;
    }
    pen(stroke, ink);
    if (count == 1) {
      gc.strokeLine(ends[0], ends[1], ends[2], ends[3]);
      return;
    }
    gc.beginPath();
    for (var i = 0; i < count; i++) {
      gc.moveTo(ends[4 * i], ends[4 * i + 1]);
      gc.lineTo(ends[4 * i + 2], ends[4 * i + 3]);
    }
    gc.stroke();
  }

  private static boolean isLevelOrUpright(double[] ends) {
    return ends[0] == ends[2] || ends[1] == ends[3];
  }

  @Override
  public void text(String text, double x, double baseline, double size, boolean bold, Ink ink) {
    gc.setFont(font(size, bold));
    gc.setFill(known(ink));
    gc.fillText(text, x, baseline);
  }

  private void pen(double stroke, Ink ink) {
    gc.setStroke(known(ink));
    gc.setLineWidth(stroke);
  }
}
