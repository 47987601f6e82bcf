package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;

/** Changes a static field, and says what it is then. */
public record ChangeStatic() implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("child", "Counter.number = 99");
    Counter.number = 99;
    System.out.println(Counter.number);
    step.say(Counter.number);
  }
}
