package speedup.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.experiment.SampleInput;
import speedup.workload.InputException;

/** {@code speedup generate}: makes sample input. */
@Command(
    name = "generate",
    description = "Makes sample input for a workload: the same for the same settings.",
    sortOptions = false,
    footer = {"", "Example: speedup generate primes-file --to numbers.txt --set count=1000000"})
final class GenerateCommand implements Callable<Integer> {
  private static final long END_MILLIS = 5_000;

  private final CliContext context;

  @Parameters(paramLabel = "WORKLOAD", description = "For what; \"speedup list\" shows all.")
  private String workload;

  @Option(
      names = "--to",
      paramLabel = "PATH",
      required = true,
      description = "The file or folder to make; there must be nothing yet.")
  private String to;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "A setting of the workload; may be given several times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  GenerateCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    var chosen = context.workload(workload);
    var draft = new RequestDraft(chosen, context.logicalCores());
    for (var setting : settings) {
      draft.setting(setting);
    }
    draft.checkSettings();
    var place = place();
    var progress = new GenerationProgress(System::nanoTime);
    var work = new FutureTask<>(() -> SampleInput.make(chosen, draft.settings(), place, progress));
    var made = context.terminal() ? watched(work, progress) : finished(work);
    context.out().println("%s: %s".formatted(place, made));
    return CliException.DONE;
  }

  private Path place() throws CliException {
    try {
      return Path.of(to);
    } catch (InvalidPathException e) {
      throw new CliException(
          CliException.USAGE, "--to \"%s\" is not a file name; give another".formatted(to), e);
    }
  }

  private String watched(FutureTask<String> work, GenerationProgress progress) throws CliException {
    try (var _ = ProgressBar.open(context.err(), progress::now)) {
      return finished(work);
    }
  }

  /** Waits for the end; Ctrl-C ends the JVM through its hooks, and this one lets it tidy up. */
  private static String finished(FutureTask<String> work) throws CliException {
    var thread = Thread.ofPlatform().name("generate").daemon().unstarted(work);
    var ending = new Thread(() -> end(thread), "end the generation");
    Runtime.getRuntime().addShutdownHook(ending);
    thread.start();
    try {
      return work.get();
    } catch (InterruptedException e) {
      end(thread);
      Thread.currentThread().interrupt();
      throw stopped(e);
    } catch (ExecutionException e) {
      throw inWords(e.getCause());
    } finally {
      Execution.forget(ending);
    }
  }

  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CliException inWords(Throwable failure) {
    return switch (failure) {
      case InputException e -> new CliException(CliException.USAGE, e.getMessage(), e);
      case InterruptedException e -> stopped(e);
      case IOException e ->
          new CliException(
              CliException.FAILED,
              "the input could not be written (%s); make room there and make it writable"
                  .formatted(reason(e)),
              e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  /** Those of files say their name only. */
  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException f -> f.getFile() + " is not there";
      case AccessDeniedException f -> f.getFile() + " may not be written";
      case FileAlreadyExistsException f -> f.getFile() + " is no folder";
      default -> e.getMessage();
    };
  }

  private static CliException stopped(Exception cause) {
    return new CliException(CliException.STOPPED, "it was stopped; nothing was left behind", cause);
  }
}
