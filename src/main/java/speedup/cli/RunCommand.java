package speedup.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Mixin private WorkOptions work;

  @Option(
      names = "--workers",
      paramLabel = "N",
      converter = WholeNumber.class,
      description =
          "Worker processes, 1 to "
              + RunRequest.MAX_WORKERS
              + ". Default: what the settings say, else one per logical core.")
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

  RunCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var request = request();
    var report = new Execution(context, !work.json() && context.terminal()).run(request);
    var kept = KeptRun.of(report);
    if (!work.noSave()) {
      new History(context).keep(kept);
    }
    var findings = Findings.of(report);
    context
        .out()
        .println(
            work.json() ? Json.text(RunJson.values(kept, findings)) : RunText.of(kept, findings));
    return CliException.DONE;
  }

  private RunRequest request() throws CliException {
    var draft = work.draft(context);
    draft.engines(engine);
    if (workers != null) {
      draft.workers(workers);
    }
    if (chunk != null) {
      draft.chunk(chunk);
    }
    return draft.request(repeat, work.start());
  }
}
