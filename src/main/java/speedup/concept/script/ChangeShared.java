package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;

/** Changes a number in shared memory, and says what it is then. */
public record ChangeShared(SharedInt number) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("number", "set(99)");
    number.set(99);
    System.out.println(number.get());
    step.say(number.get());
  }
}
