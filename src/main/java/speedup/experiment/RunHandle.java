package speedup.experiment;

import java.util.concurrent.CompletableFuture;

/**
 * An experiment or a study under way. Safe for use by several threads.
 *
 * @param <R> its report
 */
public interface RunHandle<R> {
  /**
   * The report; fails with {@link speedup.workload.InputException}, {@link
   * ExperimentFailedException} or {@link java.util.concurrent.CancellationException}.
   */
  CompletableFuture<R> report();

  /** Stops at once, in the middle of anything. The report is cancelled within half a second. */
  void stop();
}
