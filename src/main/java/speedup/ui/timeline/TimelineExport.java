package speedup.ui.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import speedup.history.KeptRun;
import speedup.history.RunFiles;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.SvgSurface;
import speedup.plot.timeline.TimelineChart;
import speedup.plot.timeline.TimelineState;
import speedup.ui.Messages;
import speedup.ui.run.Banner;

/** Writes what is shown into a file that the person chooses, and says how it went. */
final class TimelineExport {
  private static final int WIDTH = 1_200;
  private static final int ROW = 40;

  /** Pixels of the picture for each of the chart, for print and projector. */
  private static final int DENSITY = 2;

  private final Function<String, Optional<Path>> ask;
  private final Banner banner;

  /**
   * Writes files.
   *
   * @param ask asks for a file and offers this name for it; empty where the person gave up
   */
  TimelineExport(Function<String, Optional<Path>> ask, Banner banner) {
    this.ask = ask;
    this.banner = banner;
  }

  /** As a picture. */
  void png(TimelineState state, ChartTheme theme) {
    save(
        "timeline.png",
        file -> {
          var chart = new TimelineChart(state);
          var image = ImageSurface.of(chart, theme, WIDTH, height(state), DENSITY);
          try (var out = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
              throw new IOException("this Java has no PNG, choose SVG instead");
            }
          }
        });
  }

  /** As lines and rectangles, which stay sharp at any size. */
  void svg(TimelineState state, ChartTheme theme) {
    save(
        "timeline.svg",
        file -> {
          var svg = SvgSurface.of(new TimelineChart(state), theme, WIDTH, height(state));
          Files.writeString(file, svg, StandardCharsets.UTF_8);
        });
  }

  /** As Trace Event JSON, with all engines of the comparison. */
  void trace(KeptRun run) {
    save("timeline.json", file -> RunFiles.export(run, RunFiles.Format.TRACE, file));
  }

  private static int height(TimelineState state) {
    return ROW * (1 + state.runs().stream().mapToInt(run -> run.lanes() + 3).sum());
  }

  /** Writes a file. */
  private interface Writer {
    void write(Path file) throws IOException;
  }

  private void save(String name, Writer writer) {
    ask.apply(name)
        .ifPresent(file -> {
          try {
            writer.write(file);
            banner.show(Banner.Kind.GOOD, Messages.get("timeline.export.done", file));
          } catch (IOException e) {
            banner.show(
                Banner.Kind.ERROR,
                Messages.get("timeline.export.failed", file, Objects.toString(e.getMessage(), "")));
          }
        });
  }
}
