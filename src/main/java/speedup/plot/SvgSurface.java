package speedup.plot;

import java.util.Locale;

/**
 * Writes what is drawn as one SVG image. Stands alone: no script, no font and no file besides it.
 */
public final class SvgSurface implements Surface {
  private final StringBuilder out = new StringBuilder();
  private final Ruler ruler = new SansSerifRuler();
  private final double width;
  private final double height;
  private String dashes = "";

  private SvgSurface(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Draws a chart.
   *
   * @param width pixels
   * @param height pixels
   * @return an {@code svg} element, which tells in words what it shows
   */
  public static String of(Chart chart, ChartTheme theme, double width, double height) {
    var surface = new SvgSurface(width, height);
    var pen = new Pen(surface, theme, 1);
    pen.clear(width, height);
    chart.draw(pen, width, height);
    return surface.finish(chart.spoken());
  }

  private String finish(String spoken) {
    var words = escape(spoken);
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s"
            + " %s\" role=\"img\" aria-label=\"%s\" font-family=\"Helvetica, Arial, 'Liberation"
            + " Sans', sans-serif\">%n<title>%s</title>%n%s</svg>")
        .formatted(number(width), number(height), number(width), number(height), words, words, out);
  }

  @Override
  public Ruler ruler() {
    return ruler;
  }

  @Override
  public void dashes(double... lengths) {
    var text = new StringBuilder();
    for (var length : lengths) {
      text.append(text.isEmpty() ? "" : " ").append(number(length));
    }
    dashes = text.isEmpty() ? "" : " stroke-dasharray=\"" + text + "\"";
  }

  @Override
  public void fillRect(double x, double y, double wide, double high, Ink ink) {
    if (wide > 0 && high > 0) {
      element("rect", box(x, y, wide, high) + fill(ink));
    }
  }

  @Override
  public void strokeRect(double x, double y, double wide, double high, double stroke, Ink ink) {
    element("rect", box(x, y, wide, high) + stroke(stroke, ink));
  }

  private static String box(double x, double y, double wide, double high) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(x), number(y), number(wide), number(high));
  }

  @Override
  public void fillOval(double x, double y, double wide, double high, Ink ink) {
    element(
        "ellipse",
        " cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\""
                .formatted(
                    number(x + wide / 2), number(y + high / 2), number(wide / 2), number(high / 2))
            + fill(ink));
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count, Ink ink) {
    element("polygon", points(xs, ys, count) + fill(ink));
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, double stroke, Ink ink) {
    element("polyline", points(xs, ys, count) + stroke(stroke, ink));
  }

  private static String points(double[] xs, double[] ys, int count) {
    var text = new StringBuilder(" points=\"");
    for (var i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    return text.append('"').toString();
  }

  @Override
  public void lines(double[] ends, int count, double stroke, Ink ink) {
    if (count == 0) {
      return;
    }
    var path = new StringBuilder(" d=\"");
    for (var i = 0; i < 4 * count; i += 4) {
      path.append('M').append(number(ends[i])).append(' ').append(number(ends[i + 1]));
      path.append('L').append(number(ends[i + 2])).append(' ').append(number(ends[i + 3]));
    }
    element("path", path.append('"') + stroke(stroke, ink));
  }

  @Override
  public void text(String text, double x, double baseline, double size, boolean bold, Ink ink) {
    out.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>%n"
            .formatted(
                number(x),
                number(baseline),
                number(size),
                bold ? " font-weight=\"bold\"" : "",
                fill(ink),
                escape(text)));
  }

  private void element(String name, String attributes) {
    out.append('<').append(name).append(attributes).append("/>\n");
  }

  private static String fill(Ink ink) {
    return " fill=\"" + ink.hex() + '"' + opacity("fill-opacity", ink);
  }

  private String stroke(double width, Ink ink) {
    return " fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s%s"
        .formatted(ink.hex(), number(width), opacity("stroke-opacity", ink), dashes);
  }

  private static String opacity(String name, Ink ink) {
    return ink.opacity() == 1 ? "" : " %s=\"%s\"".formatted(name, number(ink.opacity()));
  }

  /** Two digits after the point are finer than any screen. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a position is a number, not " + value);
    }
    var text = String.format(Locale.ROOT, "%.2f", value);
    text = text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    return text.equals("-0") ? "0" : text;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
