package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import speedup.pool.task.TaskContext;
import speedup.pool.task.TaskFunction;
import speedup.workload.SliceTask;

/**
 * The sequential program: one loop over everything, in one process, timed by itself. Slices are
 * long enough that cutting the input costs nothing; they only give the progress its steps.
 */
record PlainLoop() implements TaskFunction<List<PlainLoop.StageInput>, PlainLoop.Output> {
  private static final long REPORT_NANOS = 30_000_000;

  /**
   * One stage with all of its input.
   *
   * @param ends number of the item after each slice
   */
  record StageInput(SliceTask<Object, Object> task, List<Object> slices, long[] ends) {}

  /**
   * What came out.
   *
   * @param results one for each slice, stage by stage
   * @param nanos time of the loop alone
   */
  record Output(List<Object> results, long nanos) {}

  @Override
  public Output apply(List<StageInput> stages) throws Exception {
    var results = new ArrayList<Object>();
    var context = TaskContext.current();
    var start = System.nanoTime();
    var reported = start;
    var itemsBefore = 0L;
    for (var stage : stages) {
      for (var i = 0; i < stage.ends().length; i++) {
        results.add(stage.task().run(stage.slices().get(i)));
        var now = System.nanoTime();
        if (now - reported > REPORT_NANOS) {
          context.progress(itemsBefore + stage.ends()[i]);
          reported = now;
        }
      }
      itemsBefore += stage.ends()[stage.ends().length - 1];
    }
    return new Output(results, System.nanoTime() - start);
  }
}
