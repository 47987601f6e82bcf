package speedup.concept.script;

import java.io.Serializable;
import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessExecutor;

/** Has a list worked on five at a time. */
public record PowersInChunks(ProcessExecutor executor, List<PowersInChunks.Power> powers)
    implements Script {
  /** A power of two, and the process that has computed it. */
  public record Power(int value, long process) implements Serializable {
    @Override
    public String toString() {
      return value + " by " + process;
    }
  }

  @Override
  public void run(Step step) throws InterruptedException {
    step.next("executor", "map(power, [0 .. 9], 5)");
    var results =
        executor.map(
            n -> new Power(1 << n, ProcessHandle.current().pid()),
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
            5);
    while (results.hasNext()) {
      step.next("results", "next()");
      powers.add(results.next());
      step.say(powers.getLast());
    }
  }
}
