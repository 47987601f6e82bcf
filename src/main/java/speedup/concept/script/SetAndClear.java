package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;

/** Sets a flag after a while, and takes it back at once. */
public record SetAndClear(ProcessEvent flag, Duration first) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("parent", "sleep()");
    Thread.sleep(first);
    step.next("flag", "set()");
    flag.set();
    step.next("flag", "clear()");
    flag.clear();
  }
}
