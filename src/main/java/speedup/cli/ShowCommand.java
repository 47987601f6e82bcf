package speedup.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.history.Findings;
import speedup.history.Json;
import speedup.history.KeptRun;
import speedup.history.RunJson;
import speedup.history.SweepFindings;
import speedup.history.SweepJson;

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
    var run = kept.run();
    context.out().println(run.study().isPresent() ? study(run) : comparison(run));
    return CliException.DONE;
  }

  private String comparison(KeptRun run) {
    var findings = Findings.of(run);
    return json
        ? Json.text(RunJson.values(run, findings))
        : Printed.lines(RunText.of(run, findings));
  }

  private String study(KeptRun run) {
    var findings = SweepFindings.of(run);
    return json
        ? Json.text(SweepJson.values(run, findings))
        : Printed.lines(SweepText.of(run, findings));
  }
}
