package speedup.concept.script;

import java.util.ArrayList;
import java.util.List;
import speedup.pool.task.TaskFunction;

/** The work as a plain loop, which times itself: nanoseconds. */
record Loop(TaskFunction<Integer, Integer> work) implements TaskFunction<List<Integer>, Long> {
  @Override
  public Long apply(List<Integer> items) throws Exception {
    var results = new ArrayList<Integer>();
    var from = System.nanoTime();
    for (var item : items) {
      results.add(work.apply(item));
    }
    return System.nanoTime() - from;
  }
}
