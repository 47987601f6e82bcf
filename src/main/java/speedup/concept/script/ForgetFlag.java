package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;

/** Ends without having set the flag that others wait for. */
public record ForgetFlag(Duration first) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("parent", "sleep()");
    Thread.sleep(first);
    step.say("ends, and has not set the flag");
  }
}
