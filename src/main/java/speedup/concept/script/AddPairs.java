package speedup.concept.script;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;
import speedup.pool.task.Args;

/** Has both numbers of every pair added. */
public record AddPairs(ProcessPool pool, AtomicReference<Object> sums) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var pairs = List.of(Args.of(1, 1), Args.of(2, 2), Args.of(3, 3), Args.of(4, 4));
    step.next("pool", "starmap(add, pairs)");
    sums.set(pool.starmap((a, b) -> a + b, pairs));
    step.say(sums);
  }
}
