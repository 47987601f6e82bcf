package speedup.concept.script;

import java.util.Arrays;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedIntArray;

/** Waits until an array is filled, and sums it. */
public record AwaitNumbers(
    ProcessCondition condition, SharedIntArray numbers, SharedInt released, SharedInt sums)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("condition", "lock().acquire()");
    condition.lock().acquire();
    step.next("condition", "awaitFor()");
    condition.awaitFor(() -> numbers.get(0) == 99);
    step.next("numbers", "toArray()");
    var sum = Arrays.stream(numbers.toArray()).sum();
    step.say("sum " + sum);
    released.addAndGet(1);
    sums.addAndGet(sum);
    step.next("condition", "lock().release()");
    condition.lock().release();
  }
}
