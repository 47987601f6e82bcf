package speedup.experiment;

import java.util.concurrent.CompletableFuture;

/** An experiment under way. Safe for use by several threads. */
public interface RunHandle {
  /**
   * The report; fails with {@link speedup.workload.InputException}, {@link
   * ExperimentFailedException} or {@link java.util.concurrent.CancellationException}.
   */
  CompletableFuture<RunReport> report();

  /** Stops at once, in the middle of anything. The report is cancelled within half a second. */
  void stop();
}
