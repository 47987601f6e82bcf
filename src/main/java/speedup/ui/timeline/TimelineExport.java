package speedup.ui.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import speedup.plot.Chart;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.SvgSurface;

/** Writes what is shown as a picture. */
final class TimelineExport {
  private static final int WIDTH = 1_200;
  private static final int DENSITY = 2;

  private TimelineExport() {}

  /** Writes twice as many pixels as the chart has, for print and projector. */
  static void png(Chart chart, ChartTheme theme, int height, Path file) throws IOException {
    var image = ImageSurface.of(chart, theme, WIDTH, height, DENSITY);
    try (var out = Files.newOutputStream(file)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("this Java cannot write PNG; choose SVG instead");
      }
    }
  }

  /** Writes lines and rectangles, which stay sharp at any size. */
  static void svg(Chart chart, ChartTheme theme, int height, Path file) throws IOException {
    Files.writeString(file, SvgSurface.of(chart, theme, WIDTH, height), StandardCharsets.UTF_8);
  }
}
