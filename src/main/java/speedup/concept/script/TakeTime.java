package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;

/** Takes its time. */
public record TakeTime(String name, ProcessEvent working, Duration time) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next(name, "sleep()");
    working.set();
    Thread.sleep(time);
  }
}
