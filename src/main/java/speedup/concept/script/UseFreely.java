package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;

/** Uses a database without asking whether there is a place; notes how many are in it at most. */
public record UseFreely(SharedInt inside, SharedInt most, Duration query) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("database", "query()");
    var now = inside.addAndGet(1);
    most.updateAndGet(before -> Math.max(before, now));
    Thread.sleep(query);
    inside.addAndGet(-1);
  }
}
