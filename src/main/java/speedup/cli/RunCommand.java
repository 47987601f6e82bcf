package speedup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.experiment.RunRequest;
import speedup.history.Findings;
import speedup.history.Json;
import speedup.history.KeptRun;
import speedup.history.RunJson;

/** {@code speedup run}: runs a workload and reports what was measured. */
@Command(
    name = "run",
    description =
        "Runs a workload on one process and on several, or on threads, and compares them.",
    sortOptions = false,
    footer = {
      "",
      "Examples: speedup run primes-file --set count=1000000 --workers 2",
      "          speedup run sleep --engine threads,threads-one-lock,processes"
    })
final class RunCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "WORKLOAD", description = "What to run; \"speedup list\" shows all.")
  private String workload;

  @Option(
      names = "--workers",
      paramLabel = "N",
      converter = WholeNumber.class,
      description =
          "Worker processes, 1 to " + RunRequest.MAX_WORKERS + ". Default: one per logical core.")
  private Integer workers;

  @Option(
      names = "--engine",
      paramLabel = "a,b,c",
      defaultValue = "processes",
      description =
          "What to compare with the sequential baseline: processes (default), threads,"
              + " threads-one-lock, python, or several; sequential runs the baseline alone.")
  private String engine;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "The file or folder that the workload reads.")
  private String input;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "A setting of the workload; may be given several times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Named settings of the workload; --set, --workers and --chunk go before them.")
  private String preset;

  @Option(
      names = "--repeat",
      paramLabel = "R",
      converter = WholeNumber.class,
      defaultValue = "3",
      description = "Timed runs of each engine. Default: 3; intervals need 5 or more.")
  private Integer repeat;

  @Option(
      names = "--chunk",
      paramLabel = "auto|N",
      description = "Items in a chunk; auto chooses by measured work.")
  private String chunk;

  @Option(
      names = "--warm",
      description = "Processes are up before the clock starts. This is the default.")
  private boolean warm;

  @Option(names = "--cold", description = "Every run starts fresh processes, which counts.")
  private boolean cold;

  @Option(names = "--no-save", description = "Do not keep the run in the history.")
  private boolean noSave;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  RunCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var request = request();
    var report = new Execution(context, !json && context.terminal()).run(request);
    var kept = KeptRun.of(report);
    if (!noSave) {
      new History(context).keep(kept);
    }
    var findings = Findings.of(report);
    context
        .out()
        .println(json ? Json.text(RunJson.values(kept, findings)) : RunText.of(kept, findings));
    return CliException.DONE;
  }

  private RunRequest request() throws CliException {
    if (warm && cold) {
      throw new CliException(
          CliException.USAGE, "--warm and --cold are two different experiments; give one of them");
    }
    var draft = new RequestDraft(context.workload(workload), context.logicalCores());
    if (preset != null) {
      draft.preset(preset);
    }
    for (var setting : settings) {
      draft.setting(setting);
    }
    if (input != null) {
      draft.input(input);
    }
    draft.engines(engine);
    if (workers != null) {
      draft.workers(workers);
    }
    if (chunk != null) {
      draft.chunk(chunk);
    }
    return draft.request(repeat, cold ? RunRequest.Start.COLD : RunRequest.Start.WARM);
  }
}
