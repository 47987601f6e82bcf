package speedup.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.history.RunFiles;
import speedup.history.WholeFile;
import speedup.plot.Chart;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.SvgSurface;

/** Writes a run that was kept into a file, as data or for people. */
public final class Export {
  private static final int WIDTH = 960;
  private static final int DENSITY = 2;

  private Export() {}

  /** What a run can be exported as. */
  public enum Format {
    /** All but the trace. */
    JSON,
    /** The raw times. */
    CSV,
    /** What each worker did when, for Perfetto. */
    TRACE,
    /** All, to be imported again. */
    SPEEDUP,
    /** A page that needs no other file. */
    HTML,
    /** A chart as a picture, two pixels for one. */
    PNG,
    /** A chart as a drawing. */
    SVG;

    /** The name on the command line, and the ending of files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The format with this {@link #id()}, in small or capital letters. */
    public static Optional<Format> of(String id) {
      return Stream.of(values())
          .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
          .findFirst();
    }

    /** The format that the ending of a file's name stands for. */
    public static Optional<Format> of(Path file) {
      var name = file.toString();
      return of(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  /**
   * Writes a run into a file, in the place of what is there; nothing half-written is left.
   *
   * @param chart what PNG and SVG show; empty for the one that says most
   * @throws IOException with a sentence, when it cannot be written or has no such chart
   */
  public static void write(KeptRun run, Format format, Optional<ReportChart> chart, Path file)
      throws IOException {
    switch (format) {
      case JSON -> RunFiles.export(run, RunFiles.Format.JSON, file);
      case CSV -> RunFiles.export(run, RunFiles.Format.CSV, file);
      case TRACE -> RunFiles.export(run, RunFiles.Format.TRACE, file);
      case SPEEDUP -> RunFiles.export(run, RunFiles.Format.SPEEDUP, file);
      case HTML -> WholeFile.write(file, out -> text(out, HtmlReport.of(run)));
      case PNG -> {
        var drawn = chart(run, chart);
        WholeFile.write(file, out -> png(out, drawn));
      }
      case SVG -> {
        var drawn = chart(run, chart);
        var height = ReportChart.height(drawn, WIDTH);
        WholeFile.write(
            file, out -> text(out, SvgSurface.of(drawn, ChartTheme.LIGHT, WIDTH, height)));
      }
    }
  }

  private static Chart chart(KeptRun run, Optional<ReportChart> wanted) throws IOException {
    var chart = wanted.orElseGet(() -> ReportChart.first(run));
    return RunCharts.of(run, Findings.of(run))
        .draw(chart)
        .orElseThrow(() -> new IOException(chart.missing()));
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void png(OutputStream out, Chart chart) throws IOException {
    int height = (int) Math.ceil(ReportChart.height(chart, WIDTH));
    var image = ImageSurface.of(chart, ChartTheme.LIGHT, WIDTH, height, DENSITY);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java cannot write PNG; export as svg");
    }
  }
}
