package speedup.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Results go to standard output; an error is one sentence on standard error and
 * the exit code: 0 done, 1 the run failed, 2 the arguments or the input cannot be used.
 */
public final class Cli {
  /** A system property: {@code true} adds the stack trace to an error. */
  public static final String DEBUG = "speedup.debug";

  private Cli() {}

  /**
   * Runs the command that the arguments name, and waits for its end.
   *
   * @return the exit code
   */
  public static int run(List<String> arguments, CliContext context) {
    try {
      var commands = commands(context);
      int code = commands.execute(arguments.toArray(String[]::new));
      if (context.out().checkError()) {
        return explain(
            context,
            new CliException(
                CliException.FAILED,
                "the output could not be written; its reader is gone or the disk is full"));
      }
      return code;
    } catch (RuntimeException | Error e) {
      return explain(context, e);
    }
  }

  private static CommandLine commands(CliContext context) {
    var commands = new CommandLine(new RootCommand());
    commands.getCommandSpec().version("speedup " + context.version());
    commands.addSubcommand(new ListCommand(context));
    commands.addSubcommand(new RunCommand(context));
    commands.addSubcommand(new SweepCommand(context));
    commands.addSubcommand(new GenerateCommand(context));
    commands.addSubcommand(new CacheCommand(context));
    var history = new HistoryCommand(context);
    commands.addSubcommand(new CommandLine(history).addSubcommand(new ShowCommand(context)));
    commands.addSubcommand(new ExportCommand(context));
    commands.addSubcommand(new ReportCommand(context));
    commands.addSubcommand(new ImportCommand(context));
    commands.addSubcommand(new ConceptCommand(context));
    commands.setExpandAtFiles(false);
    commands.setOut(new PrintWriter(context.out(), true));
    commands.setErr(new PrintWriter(context.err(), true));
    commands.setParameterExceptionHandler((e, given) -> explain(context, inWords(e)));
    commands.setExecutionExceptionHandler((e, command, parsed) -> explain(context, e));
    return commands;
  }

  /** Says in one sentence what was typed wrongly. */
  private static CliException inWords(ParameterException e) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    var help = "; \"%s --help\" shows what it takes".formatted(command);
    if (e instanceof UnmatchedArgumentException unmatched) {
      var word = unmatched.getUnmatched().getFirst();
      var names =
          unmatched.isUnknownOption()
              ? e.getCommandLine().getCommandSpec().optionsMap().keySet()
              : e.getCommandLine().getSubcommands().keySet();
      var guess = Closest.to(word, names);
      return new CliException(
          CliException.USAGE,
          "\"%s\" is not understood%s%s"
              .formatted(
                  word, guess.map(name -> ", did you mean \"" + name + "\"?").orElse(""), help));
    }
    if (e instanceof MissingParameterException missing) {
      var what = missing.getMissing().getFirst();
      return new CliException(
          CliException.USAGE,
          (what instanceof OptionSpec option
                  ? option.longestName() + " needs a value: " + what.paramLabel()
                  : what.paramLabel() + " is missing")
              + help);
    }
    return new CliException(CliException.USAGE, firstLine(e.getMessage()) + help);
  }

  private static int explain(CliContext context, Throwable failure) {
    int code;
    if (failure instanceof CliException known) {
      code = known.exitCode();
      context.err().println("speedup: " + firstLine(known.getMessage()));
    } else {
      code = CliException.FAILED;
      context
          .err()
          .printf(
              "speedup: an error inside the program (%s); the option -D%s=true of its JVM"
                  + " (SPEEDUP_OPTS) shows where%n",
              firstLine(failure.toString()), DEBUG);
    }
    if (Boolean.getBoolean(DEBUG)) {
      failure.printStackTrace(context.err());
    }
    context.err().flush();
    return code;
  }

  private static String firstLine(String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("");
  }
}
