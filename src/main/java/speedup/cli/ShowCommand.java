package speedup.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.history.Findings;
import speedup.history.Json;
import speedup.history.RunJson;

/** {@code speedup history show}: one of the runs that are kept. */
@Command(name = "show", description = "Shows a run that is kept.", sortOptions = false)
final class ShowCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.")
  private String id;

  @Option(names = "--json", description = "Print one JSON object, as \"speedup run --json\" does.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ShowCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var history = new History(context);
    var kept = history.use(store -> history.find(store, id));
    kept.problems().forEach(history::tell);
    var findings = Findings.of(kept.run());
    context
        .out()
        .println(
            json
                ? Json.text(RunJson.values(kept.run(), findings))
                : Printed.lines(RunText.of(kept.run(), findings)));
    return CliException.DONE;
  }
}
