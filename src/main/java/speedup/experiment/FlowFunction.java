package speedup.experiment;

import speedup.pool.task.TaskContext;
import speedup.pool.task.TaskFunction;
import speedup.workload.FlowPart;

/** Runs a part of a flow in a worker, and tells the parent what it does. */
public record FlowFunction() implements TaskFunction<FlowPart, Long> {
  @Override
  public Long apply(FlowPart part) throws Exception {
    var news = new FlowNews.Writer(TaskContext.current()::tell, System.nanoTime());
    try {
      return part.run(news);
    } finally {
      news.send(System.nanoTime());
    }
  }
}
