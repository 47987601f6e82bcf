package speedup.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code speedup list}: what can be run. */
@Command(name = "list", description = "Shows the workloads with their settings and presets.")
final class ListCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(names = "--json", description = "Print a JSON array instead of text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var workloads = context.workloads().get();
    context
        .out()
        .println(
            json
                ? Json.text(workloads.stream().map(WorkloadPage::values).toList())
                : WorkloadPage.text(workloads));
    return CliException.DONE;
  }
}
