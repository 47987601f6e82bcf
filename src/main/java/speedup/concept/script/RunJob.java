package speedup.concept.script;

import java.util.Collections;
import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Runs a job of which one part cannot be shared, on one worker and on several. */
public record RunJob(ProcessPool pool, int most, long serial, long parallel, Stopwatch watch)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    for (var round = 0; round < 3; round++) {
      for (var workers : List.of(1, most)) {
        var parts = Collections.nCopies(workers, parallel / workers);
        step.next("pool", "map() on " + workers);
        watch.time(
            workers == 1 ? 0 : 1,
            () -> {
              pool.apply(Work::churn, serial);
              return pool.map(Work::churn, parts, 1);
            });
      }
    }
  }
}
