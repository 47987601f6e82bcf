package speedup.experiment;

import java.util.List;
import speedup.pool.task.TaskContext;
import speedup.pool.task.TaskFunction;

/**
 * The program on threads: they share the chunks and the memory of one process, so nothing is sent.
 *
 * @param threads how many
 * @param oneLock whether only one of them computes at a time
 */
record ThreadsLoop(int threads, boolean oneLock)
    implements TaskFunction<List<PlainLoop.StageInput>, PlainLoop.Output> {
  @Override
  public PlainLoop.Output apply(List<PlainLoop.StageInput> stages) throws Exception {
    return new ThreadTeam(stages, threads, oneLock, TaskContext.current()).run();
  }
}
