package speedup.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.history.ImportException;
import speedup.history.Imported;
import speedup.history.RunFiles;

/** {@code speedup import}: takes a run from a file into the history. */
@Command(
    name = "import",
    description = "Takes a run from a file (.speedup, JSON or CSV) into the history.",
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_TOLD = 10;

  private final CliContext context;

  @Parameters(paramLabel = "FILE", description = "What was exported.")
  private Path file;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ImportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var imported = read();
    var history = new History(context);
    imported.problems().stream()
        .limit(MOST_TOLD)
        .forEach(problem -> history.tell(Printed.plain(problem)));
    if (imported.problems().size() > MOST_TOLD) {
      history.tell("%,d more like these".formatted(imported.problems().size() - MOST_TOLD));
    }
    var run = imported.run();
    boolean isNew =
        history.use(store -> {
          if (store.idsBeginning(run.id()).contains(run.id())) {
            return false;
          }
          store.save(run);
          return true;
        });
    context
        .out()
        .println(isNew ? run.id() : run.id() + " is in the history already; nothing was added");
    return CliException.DONE;
  }

  private Imported read() throws CliException {
    try {
      return RunFiles.read(file);
    } catch (ImportException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
  }
}
