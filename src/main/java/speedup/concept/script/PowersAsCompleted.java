package speedup.concept.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.Futures;
import speedup.pool.ProcessExecutor;

/** Takes the results of ten tasks in the order in which they are done. */
public record PowersAsCompleted(ProcessExecutor executor, List<Integer> came) implements Script {
  @Override
  public void run(Step step) throws Exception {
    var powers = new ArrayList<CompletableFuture<Integer>>();
    for (var i = 0; i < 10; i++) {
      step.next("executor", "submit(power, " + i + ")");
      powers.add(
          executor.submit(
              n -> {
                Thread.sleep(ThreadLocalRandom.current().nextInt(300));
                return 1 << n;
              },
              i));
    }
    var completed = Futures.asCompleted(powers);
    while (completed.hasNext()) {
      step.next("completed", "next()");
      came.add(completed.next().get());
      step.say(came.getLast());
    }
  }
}
