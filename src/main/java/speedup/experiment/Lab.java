package speedup.experiment;

import java.util.Optional;
import java.util.function.Consumer;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.workload.Workload;

/**
 * Runs experiments, one at a time, on a shared pool of worker processes that stays warm between
 * them. Safe for use by several threads.
 */
public interface Lab extends AutoCloseable {
  /**
   * Starts an experiment.
   *
   * @param listener told of everything, on background threads; must be quick and thread-safe
   * @throws IllegalStateException when one is under way or the lab is closed
   */
  RunHandle<RunReport> start(RunRequest request, Consumer<RunEvent> listener);

  /**
   * Starts a study: the same work at many worker counts, chunk sizes or problem sizes.
   *
   * @param listener as in {@link #start}; every timed run ends in a {@link RunEvent.RunFinished}
   * @throws IllegalStateException as there
   */
  RunHandle<SweepReport> sweep(SweepRequest request, Consumer<RunEvent> listener);

  /** Why an engine cannot be used here, one sentence; empty where it can. Quick after the first. */
  Optional<String> unavailable(EngineKind engine);

  /**
   * Why an engine cannot run a workload here, one sentence, which a run would end with too; empty
   * where it can. Quick unless {@link #unavailable(EngineKind)} is asked for the first time.
   */
  default Optional<String> unavailable(Workload workload, EngineKind engine) {
    return EngineFit.refusal(workload, engine).or(() -> unavailable(engine));
  }

  /**
   * Ends the process of a worker with a signal that it cannot refuse; its chunk is run again. Where
   * the workers are threads, all of them end with their process, and the whole run begins again. A
   * worker in Python takes the run with it, as its pool does not notice.
   */
  void killWorker(int worker);

  /** Asks the process of a worker to end; its chunk is run again. */
  void terminateWorker(int worker);

  /** How many worker processes are up. */
  int warmWorkers();

  /** Where its runs keep generated input. */
  InputCache cache();

  /** Stops what runs and ends every worker. */
  @Override
  void close();
}
