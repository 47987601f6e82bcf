package speedup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.experiment.Lab;
import speedup.history.Json;
import speedup.measure.EngineKind;
import speedup.workload.Workload;

/** {@code speedup list}: what can be run, and on what. */
@Command(
    name = "list",
    description = "Shows the workloads with their settings and presets, and the engines.")
final class ListCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(
      names = "--json",
      description = "Print JSON instead of text: an array, or one object with WORKLOAD.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ListCommand(CliContext context) {
    this.context = context;
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "WORKLOAD",
      description = "Shows only this one; \"list\" without it shows all of them.")
  private String id;

  @Override
  public Integer call() throws CliException {
    var workloads = id == null ? context.workloads().get() : List.of(context.workload(id));
    try (var lab = context.labs().get()) {
      context.out().println(json ? asJson(workloads, lab) : asText(workloads, lab));
    }
    return CliException.DONE;
  }

  private String asJson(List<Workload> workloads, Lab lab) {
    if (id != null) {
      return Json.text(WorkloadPage.values(workloads.getFirst(), lab));
    }
    return Json.text(workloads.stream().map(one -> WorkloadPage.values(one, lab)).toList());
  }

  private String asText(List<Workload> workloads, Lab lab) {
    var pages =
        workloads.stream()
            .map(one -> WorkloadPage.text(one, lab))
            .collect(Collectors.joining("\n"));
    return id != null ? pages.stripTrailing() : pages + "\n" + engines(lab);
  }

  private static String engines(Lab lab) {
    var lines = new ArrayList<String>();
    lines.add("Engines, for --engine a,b,c:");
    for (var engine : EngineKind.values()) {
      var summary = EngineNames.summary(engine);
      lines.add(
          "  %-18s %s"
              .formatted(
                  engine.id(),
                  lab.unavailable(engine).map(why -> "not here: " + why).orElse(summary)));
    }
    return String.join("\n", lines);
  }
}
