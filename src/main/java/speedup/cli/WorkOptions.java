package speedup.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.experiment.RunRequest;

/** What a run and a study have in common: the workload, its settings, and how it starts. */
final class WorkOptions {
  @Parameters(paramLabel = "WORKLOAD", description = "What to run; \"speedup list\" shows all.")
  private String workload;

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
      description = "Named settings of the workload; what else is given goes before them.")
  private String preset;

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

  /** Whether to print JSON. */
  boolean json() {
    return json;
  }

  /** Whether to leave it out of the history. */
  boolean noSave() {
    return noSave;
  }

  /** A request with what these options say. */
  RequestDraft draft(CliContext context) throws CliException {
    if (warm && cold) {
      throw new CliException(
          CliException.USAGE, "--warm and --cold are two different experiments; give one of them");
    }
    var draft = new RequestDraft(context.workload(workload), context::workers);
    if (preset != null) {
      draft.preset(preset);
    }
    for (var setting : settings) {
      draft.setting(setting);
    }
    if (input != null) {
      draft.input(input);
    }
    return draft;
  }

  /** Whether the start of processes counts. */
  RunRequest.Start start() {
    return cold ? RunRequest.Start.COLD : RunRequest.Start.WARM;
  }
}
