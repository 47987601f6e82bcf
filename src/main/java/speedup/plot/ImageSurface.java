package speedup.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws into a picture in memory. Needs no window system, but a font on the machine. */
public final class ImageSurface implements Surface, Ruler {
  private final Graphics2D graphics;
  private float[] dashes;

  private ImageSurface(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /**
   * Draws a chart.
   *
   * @param width of the chart, in its own pixels
   * @param height of the chart
   * @param density pixels of the picture for one of the chart, such as 2
   */
  public static BufferedImage of(
      Chart chart, ChartTheme theme, int width, int height, int density) {
    var image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      graphics.scale(density, density);
      var pen = new Pen(new ImageSurface(graphics), theme, 1);
      pen.clear(width, height);
      chart.draw(pen, width, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  @Override
  public Ruler ruler() {
    return this;
  }

  private static Font font(double size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
  }

  @Override
  public double width(String text, double size, boolean bold) {
    return font(size, bold).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  @Override
  public double ascent(double size, boolean bold) {
    return graphics.getFontMetrics(font(size, bold)).getAscent();
  }

  @Override
  public double lineHeight(double size, boolean bold) {
    return graphics.getFontMetrics(font(size, bold)).getHeight();
  }

  @Override
  public void dashes(double... lengths) {
    dashes = lengths.length == 0 ? null : new float[lengths.length];
    for (var i = 0; i < lengths.length; i++) {
      dashes[i] = (float) lengths[i];
    }
  }

  @Override
  public void fillRect(double x, double y, double width, double height, Ink ink) {
    fill(ink).fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void strokeRect(double x, double y, double width, double height, double stroke, Ink ink) {
    stroke(stroke, ink).draw(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(double x, double y, double width, double height, Ink ink) {
    fill(ink).fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count, Ink ink) {
    var path = path(xs, ys, count);
    path.closePath();
    fill(ink).fill(path);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, double stroke, Ink ink) {
    stroke(stroke, ink).draw(path(xs, ys, count));
  }

  private static Path2D path(double[] xs, double[] ys, int count) {
    var path = new Path2D.Double();
    for (var i = 0; i < count; i++) {
      if (i == 0) {
        path.moveTo(xs[i], ys[i]);
      } else {
        path.lineTo(xs[i], ys[i]);
      }
    }
    return path;
  }

  @Override
  public void lines(double[] ends, int count, double stroke, Ink ink) {
    var path = new Path2D.Double();
    for (var i = 0; i < 4 * count; i += 4) {
      path.moveTo(ends[i], ends[i + 1]);
      path.lineTo(ends[i + 2], ends[i + 3]);
    }
    stroke(stroke, ink).draw(path);
  }

  @Override
  public void text(String text, double x, double baseline, double size, boolean bold, Ink ink) {
    fill(ink).setFont(font(size, bold));
    graphics.drawString(text, (float) x, (float) baseline);
  }

  private Graphics2D fill(Ink ink) {
    graphics.setColor(new Color((int) Math.round(255 * ink.opacity()) << 24 | ink.rgb(), true));
    return graphics;
  }

  private Graphics2D stroke(double width, Ink ink) {
    graphics.setStroke(
        new BasicStroke(
            (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
    return fill(ink);
  }
}
