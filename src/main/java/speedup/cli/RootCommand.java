package speedup.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code speedup} itself: help, version, and the commands under it. */
@Command(
    name = "speedup",
    description = "Measures how much faster work becomes on several processes.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command the window opens; with a file alone, such as lesson.speedup, it shows"
          + " that.",
      "Exit code: 0 done, 1 the run failed, 2 bad usage or input, 3 no display for the window."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
