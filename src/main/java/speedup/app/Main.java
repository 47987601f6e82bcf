package speedup.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import speedup.cli.Cli;
import speedup.cli.CliContext;
import speedup.measure.Environment;
import speedup.settings.Language;
import speedup.workload.Workloads;

/** Starts the program: the window, or the command that the arguments name. */
public final class Main {
  /** The window could not open. */
  private static final int NO_WINDOW = 3;

  /** As of other arguments that cannot be used. */
  private static final int NO_FILE = 2;

  private Main() {}

  /**
   * Without arguments, or with a file alone, opens the window, otherwise runs the command; ends the
   * JVM.
   */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      return window(Optional.empty());
    }
    var file = ToOpen.of(arguments);
    return file.isPresent() ? open(file.get()) : command(arguments);
  }

  private static int open(Path file) {
    if (Files.notExists(file)) {
      System.err.printf("speedup: there is no file %s to open%n", file);
      return NO_FILE;
    }
    return window(Optional.of(file));
  }

  private static int command(List<String> arguments) {
    var results = System.out;
    // What a workload prints must not come between the results.
    System.setOut(System.err);
    // the commands speak English, so what they print of verdicts and concepts has to as well
    Language.ENGLISH.use();
    var rooms = new Rooms();
    return Cli.run(
        arguments,
        new CliContext(
            results,
            System.err,
            isTerminal(),
            Workloads::all,
            rooms::openLab,
            rooms::openHistory,
            rooms::openConcepts,
            () -> Environment.current().logicalCores(),
            rooms::usualWorkers,
            version()));
  }

  private static int window(Optional<Path> file) {
    var missing = Display.missing(System.getenv(), System.getProperties());
    if (missing.isPresent()) {
      System.err.println(missing.get());
      return NO_WINDOW;
    }
    try {
      var rooms = new Rooms();
      try (var _ = rooms.openLog()) {
        rooms.openWindow(file);
      }
      return 0;
    } catch (RuntimeException | LinkageError e) {
      return noWindow(e);
    }
  }

  private static int noWindow(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    System.err.printf(
        "speedup: the window cannot open (%s); this works without one: %s%n",
        cause.toString().lines().findFirst().orElse(""),
        Display.commandWithoutWindow(System.getProperties()));
    if (Boolean.getBoolean(Cli.DEBUG)) {
      failure.printStackTrace();
    }
    return NO_WINDOW;
  }

  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(built from source)");
  }
}
