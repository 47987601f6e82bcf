package speedup.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.report.Export;

/** {@code speedup report}: a page about a run that is kept. */
@Command(
    name = "report",
    description = "Writes a page about a run that is kept; it needs no other file.",
    sortOptions = false,
    footer = {"", "Example: speedup report last --to report.html"})
final class ReportCommand implements Callable<Integer> {
  private static final String LAST = "last";
  private static final int ID = 8;

  private final CliContext context;

  @Parameters(
      paramLabel = "ID|last",
      description = "Its id, or the beginning of it, or last for the newest run.")
  private String id;

  @Option(
      names = "--to",
      paramLabel = "FILE.html",
      description = "The file to write. Default: speedup-ID.html in this folder.")
  private Path file;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ReportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var history = new History(context);
    var kept =
        history.use(store -> {
          if (!id.equals(LAST)) {
            return history.find(store, id);
          }
          var newest = store.list(0, 1);
          if (newest.isEmpty()) {
            throw new CliException(
                CliException.USAGE, "no run is kept yet; \"speedup run WORKLOAD\" makes one");
          }
          return history.find(store, newest.getFirst().id());
        });
    kept.problems().forEach(history::tell);
    var run = kept.run();
    var to = file == null ? named(run.id()) : file;
    try {
      Export.write(run, Export.Format.HTML, Optional.empty(), to);
    } catch (IOException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
    context.out().println(to);
    return CliException.DONE;
  }

  /** A run from elsewhere may have any text as its id. */
  private static Path named(String id) {
    var plain = id.replaceAll("[^A-Za-z0-9]", "");
    return Path.of("speedup-%s.html".formatted(plain.substring(0, Math.min(ID, plain.length()))));
  }
}
