package speedup.concept.script;

import java.util.List;
import java.util.Map;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskFunction;

/** Times the same work as a loop in one process, and by a pool with chunks of several sizes. */
public record TimeChunks(
    ProcessPool pool,
    TaskFunction<Integer, Integer> work,
    List<Integer> items,
    Map<String, Long> best)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pool", "start(" + pool.workers() + ")");
    pool.start(pool.workers()).get();
    pool.map(work, items, 100);
    for (var round = 1; round <= 5; round++) {
      step.next("pool", "apply(loop, items)");
      var loop = pool.apply(new Loop(work), items);
      best.merge("loop", loop, Math::min);
      for (var chunk : List.of(1, 10, 100, 1_000)) {
        step.next("pool", "map(work, items, " + chunk + ")");
        var from = System.nanoTime();
        pool.map(work, items, chunk);
        best.merge("chunk-" + chunk, System.nanoTime() - from, Math::min);
      }
    }
  }
}
