package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;

/** Counts itself, and says which program its process has begun with. */
public record SayMain(SharedInt begun) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("begun", "addAndGet(1)");
    begun.addAndGet(1);
    var program = System.getProperty("sun.java.command");
    System.out.println(program);
    step.say(program);
  }
}
