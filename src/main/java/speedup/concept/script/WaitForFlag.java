package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.ipc.SharedLongArray;

/** Waits until a flag is set, and notes how long that took. */
public record WaitForFlag(ProcessEvent flag, SharedLongArray waited, int number) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("flag", "await()");
    var begin = System.nanoTime();
    flag.await();
    var millis = (System.nanoTime() - begin) / 1_000_000;
    step.say("waited " + millis + " ms");
    waited.set(number, millis);
  }
}
