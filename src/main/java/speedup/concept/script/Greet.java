package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;

/** Greets somebody. */
public record Greet(String name) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("child", "println()");
    System.out.println("Hello, " + name);
    step.say("Hello, " + name);
  }
}
