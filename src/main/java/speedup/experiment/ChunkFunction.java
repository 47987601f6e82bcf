package speedup.experiment;

import speedup.pool.task.Adapted;
import speedup.pool.task.TaskFunction;
import speedup.workload.SliceTask;

/**
 * A workload's task as the pool runs it.
 *
 * @param task computes a slice
 */
public record ChunkFunction(SliceTask<Object, Object> task)
    implements TaskFunction<Object, Object>, Adapted {
  @Override
  public Object function() {
    return task;
  }

  @Override
  public Object apply(Object slice) throws Exception {
    return task.run(slice);
  }
}
