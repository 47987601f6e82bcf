package speedup.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.report.Export;
import speedup.report.ReportChart;

/** {@code speedup export}: writes a run that is kept into a file. */
@Command(
    name = "export",
    description = "Writes a run that is kept into a file.",
    sortOptions = false,
    footer = {"", "Example: speedup export 3f2a --to run.speedup"})
final class ExportCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.")
  private String id;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "json|csv|trace|speedup|html|png|svg",
      description =
          "json: all but the trace; csv: the raw times; trace: for Perfetto; speedup: all, to be"
              + " imported again; html: a page for a browser; png, svg: a chart. Default: by the"
              + " ending of the file, or json.")
  private String format;

  @Option(
      names = "--chart",
      paramLabel =
          "times|speedup|losses|efficiency|karp-flatt|overhead|serialise|waiting|idle-tail|parts",
      description = "What png and svg show. Default: times of a run, speedup of a study.")
  private String chart;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var chosen = format();
    var drawn = chart();
    var history = new History(context);
    var kept = history.use(store -> history.find(store, id));
    kept.problems().forEach(history::tell);
    try {
      Export.write(kept.run(), chosen, drawn, file);
    } catch (IOException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
    context.out().println(file);
    return CliException.DONE;
  }

  private Export.Format format() throws CliException {
    if (format == null) {
      return Export.Format.of(file).orElse(Export.Format.JSON);
    }
    return Export.Format.of(format)
        .orElseThrow(() ->
            new CliException(
                CliException.USAGE,
                "\"%s\" is no format; give json, csv, trace, speedup, html, png or svg"
                    .formatted(format)));
  }

  private Optional<ReportChart> chart() throws CliException {
    if (chart == null) {
      return Optional.empty();
    }
    var found = ReportChart.of(chart);
    if (found.isEmpty()) {
      throw new CliException(
          CliException.USAGE,
          ("\"%s\" is no chart; give times, speedup, losses, efficiency, karp-flatt, overhead,"
                  + " parts, or of a study of chunk sizes serialise, waiting or idle-tail")
              .formatted(chart));
    }
    return found;
  }
}
