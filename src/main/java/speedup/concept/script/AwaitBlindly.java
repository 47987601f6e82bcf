package speedup.concept.script;

import java.util.Arrays;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedIntArray;

/**
 * Comes late and waits for a signal, without looking whether there is still anything to wait for.
 */
public record AwaitBlindly(
    String name,
    ProcessCondition condition,
    SharedIntArray numbers,
    SharedInt released,
    SharedInt sums)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next(name, "sleep()");
    Thread.sleep(1_000);
    step.next("condition", "lock().acquire()");
    condition.lock().acquire();
    step.next("condition", "await()");
    condition.await();
    step.next("numbers", "toArray()");
    var sum = Arrays.stream(numbers.toArray()).sum();
    step.say("sum " + sum);
    released.addAndGet(1);
    sums.addAndGet(sum);
    step.next("condition", "lock().release()");
    condition.lock().release();
  }
}
