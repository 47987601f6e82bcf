package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedIntArray;

/** Adds one to a shared value and to each element of a shared array. */
public record AddOneEverywhere(SharedInt value, SharedIntArray array) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("value", "addAndGet(1)");
    value.addAndGet(1);
    for (var i = 0; i < array.length(); i++) {
      step.next("array", "addAndGet(" + i + ", 1)");
      array.addAndGet(i, 1);
    }
  }
}
