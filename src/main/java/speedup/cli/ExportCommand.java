package speedup.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.history.RunFiles;

/** {@code speedup export}: writes a run that is kept into a file. */
@Command(
    name = "export",
    description = "Writes a run that is kept into a file.",
    sortOptions = false,
    footer = {"", "Example: speedup export 3f2a --to run.speedup"})
final class ExportCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.")
  private String id;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "json|csv|trace|speedup",
      description =
          "json: all but the trace; csv: the raw times; trace: for Perfetto; speedup: all, to be"
              + " imported again. Default: by the ending of the file, or json.")
  private String format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var chosen = format();
    var history = new History(context);
    var kept = history.use(store -> history.find(store, id));
    kept.problems().forEach(history::tell);
    try {
      RunFiles.export(kept.run(), chosen, file);
    } catch (IOException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
    context.out().println(file);
    return CliException.DONE;
  }

  private RunFiles.Format format() throws CliException {
    if (format == null) {
      var name = file.toString();
      return named(name.substring(name.lastIndexOf('.') + 1)).orElse(RunFiles.Format.JSON);
    }
    return named(format)
        .orElseThrow(() ->
            new CliException(
                CliException.USAGE,
                "\"%s\" is no format; give json, csv, trace or speedup".formatted(format)));
  }

  private static Optional<RunFiles.Format> named(String name) {
    return Stream.of(RunFiles.Format.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
