package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;

/** Says what a static field is. */
public record ReadStatic() implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("child", "println(Counter.number)");
    System.out.println(Counter.number);
    step.say(Counter.number);
  }
}
