package speedup.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.RunEvent;
import speedup.workload.InputException;

/** Runs one request in a lab of its own, and sees to it that no worker outlives the program. */
final class Execution {
  private final CliContext context;
  private final boolean showProgress;

  Execution(CliContext context, boolean showProgress) {
    this.context = context;
    this.showProgress = showProgress;
  }

  /** Runs the request to its end. */
  RunReport run(RunRequest request) throws CliException {
    try (var lab = context.labs().get()) {
      // Ctrl-C and SIGTERM end the JVM through its hooks; the workers must not stay behind.
      var closing = new Thread(lab::close, "close the lab");
      Runtime.getRuntime().addShutdownHook(closing);
      try {
        return showProgress ? withProgress(lab, request) : await(lab, request, event -> {});
      } finally {
        forget(closing);
      }
    } catch (UncheckedIOException e) {
      throw new CliException(CliException.USAGE, e.getMessage(), e);
    }
  }

  private RunReport withProgress(Lab lab, RunRequest request) throws CliException {
    var progress = new Progress(request, System::nanoTime);
    try (var _ = ProgressBar.open(context.err(), progress::now)) {
      return await(lab, request, progress);
    }
  }

  private RunReport await(Lab lab, RunRequest request, Consumer<RunEvent> listener)
      throws CliException {
    RunHandle<RunReport> handle = lab.start(request, listener);
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
