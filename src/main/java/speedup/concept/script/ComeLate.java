package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.ipc.SharedLongArray;

/** Does something else first, and waits for a flag after that. */
public record ComeLate(
    String name, Duration other, ProcessEvent flag, SharedLongArray waited, int number)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next(name, "sleep()");
    Thread.sleep(other);
    step.next("flag", "await()");
    var begin = System.nanoTime();
    flag.await();
    var millis = (System.nanoTime() - begin) / 1_000_000;
    step.say("waited " + millis + " ms");
    waited.set(number, millis);
  }
}
