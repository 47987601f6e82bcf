package speedup.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.measure.RunEvent;
import speedup.workload.InputException;

/**
 * Runs one request or study in a lab of its own, and sees to it that no worker outlives the
 * program.
 */
final class Execution {
  private final CliContext context;
  private final boolean showProgress;

  Execution(CliContext context, boolean showProgress) {
    this.context = context;
    this.showProgress = showProgress;
  }

  /** Runs the request to its end. */
  RunReport run(RunRequest request) throws CliException {
    var progress = new Progress(request, System::nanoTime);
    return inLab((lab, listener) -> lab.start(request, listener), progress, progress::now);
  }

  /** Runs the study to its end. */
  SweepReport sweep(SweepRequest request) throws CliException {
    var progress = new SweepProgress(request, context.logicalCores().getAsInt(), System::nanoTime);
    return inLab((lab, listener) -> lab.sweep(request, listener), progress, progress::now);
  }

  /** Starts something in a lab. */
  private interface Begin<R> {
    RunHandle<R> in(Lab lab, Consumer<RunEvent> listener);
  }

  private <R> R inLab(
      Begin<R> begin, Consumer<RunEvent> progress, Supplier<Progress.Snapshot> shown)
      throws CliException {
    try (var lab = context.labs().get()) {
      // Ctrl-C and SIGTERM end the JVM through its hooks; the workers must not stay behind.
      var closing = new Thread(lab::close, "close the lab");
      Runtime.getRuntime().addShutdownHook(closing);
      try {
        if (!showProgress) {
          return await(begin.in(lab, event -> {}));
        }
        try (var _ = ProgressBar.open(context.err(), shown)) {
          return await(begin.in(lab, progress));
        }
      } finally {
        forget(closing);
      }
    } catch (UncheckedIOException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
  }

  private static <R> R await(RunHandle<R> handle) throws CliException {
    try {
      return handle.report().get();
    } catch (InterruptedException e) {
      handle.stop();
      Thread.currentThread().interrupt();
      throw stopped(e);
    } catch (CancellationException e) {
      throw stopped(e);
    } catch (ExecutionException e) {
      throw inWords(e.getCause());
    }
  }

  private static CliException inWords(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapper when wrapper.getCause() != null ->
          inWords(wrapper.getCause());
      case InputException e -> new CliException(CliException.USAGE, e.getMessage(), e);
      case ExperimentFailedException e -> new CliException(CliException.FAILED, e.getMessage(), e);
      case CancellationException e -> stopped(e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  private static CliException stopped(Exception cause) {
    return new CliException(CliException.STOPPED, "the run was stopped", cause);
  }

  static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending: the hook is at work, and closing twice is harmless.
    }
  }
}
