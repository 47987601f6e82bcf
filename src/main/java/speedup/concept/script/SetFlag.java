package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;

/** Sets a flag after a while. */
public record SetFlag(ProcessEvent flag, Duration first) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("parent", "sleep()");
    Thread.sleep(first);
    step.next("flag", "set()");
    flag.set();
  }
}
