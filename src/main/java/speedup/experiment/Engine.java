package speedup.experiment;

import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.python.PythonException;

/** A way to execute a workload. */
sealed interface Engine
    permits SequentialEngine, ProcessesEngine, ThreadsEngine, FlowEngine, PythonEngine {
  /**
   * Runs all of the work once.
   *
   * @param pool its workers are ready and hot; empty when {@code cold}
   * @param cold whether the start of the processes belongs to the time
   * @throws ExperimentFailedException when the work cannot be done; says why
   * @throws InterruptedException when the person stopped it; the pool is left usable
   */
  RunOutcome run(PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PoolException, PythonException, ExperimentFailedException, InterruptedException;
}
