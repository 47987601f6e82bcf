package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Takes results as they are ready, one by one. */
public record AsReady(ProcessPool pool, List<Integer> came) implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pool", "start(3)");
    pool.start(3).get();
    step.next("pool", "imapUnordered(takeTime, [5, 1, 3])");
    var results =
        pool.imapUnordered(
            x -> {
              Thread.sleep(200 * x);
              return x;
            },
            List.of(5, 1, 3),
            1);
    while (results.hasNext()) {
      step.next("results", "next()");
      came.add(results.next());
      step.say(came.getLast());
    }
  }
}
