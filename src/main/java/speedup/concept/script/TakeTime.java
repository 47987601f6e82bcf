package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;

/**
 * Says that it works, and takes its time.
 *
 * @param flag what the event is called
 */
public record TakeTime(String name, String flag, ProcessEvent working, Duration time)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next(flag, "set()");
    working.set();
    step.next(name, "sleep()");
    Thread.sleep(time);
  }
}
