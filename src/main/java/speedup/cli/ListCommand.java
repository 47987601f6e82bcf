package speedup.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import speedup.history.Json;
import speedup.measure.EngineKind;

/** {@code speedup list}: what can be run. */
@Command(
    name = "list",
    description = "Shows the workloads with their settings and presets, and the engines.")
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
                : WorkloadPage.text(workloads) + "\n" + engines());
    return CliException.DONE;
  }

  private String engines() {
    var lines = new ArrayList<String>();
    lines.add("Engines, for --engine a,b,c:");
    try (var lab = context.labs().get()) {
      for (var engine : EngineKind.values()) {
        var summary = EngineNames.summary(engine);
        lines.add(
            "  %-18s %s"
                .formatted(
                    engine.id(),
                    lab.unavailable(engine).map(why -> "not here: " + why).orElse(summary)));
      }
    }
    return String.join("\n", lines);
  }
}
