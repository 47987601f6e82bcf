package speedup.experiment;

import speedup.pool.task.Adapted;
import speedup.pool.task.TaskFunction;
import speedup.workload.SliceTask;

/**
 * A loop of ours around a workload's task. Names the task to the pool, so that a worker is given
 * the classes of one that was compiled here or comes in a jar; the loop itself finds it among its
 * arguments.
 *
 * @param loop runs the task
 * @param function the task
 */
record TaskLoop<A, R>(TaskFunction<A, R> loop, SliceTask<Object, Object> function)
    implements TaskFunction<A, R>, Adapted {
  @Override
  public R apply(A argument) throws Exception {
    return loop.apply(argument);
  }
}
