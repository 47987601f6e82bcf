package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedIntArray;

/** Fills an array, and tells all who wait for that. */
public record FillAndSignal(ProcessCondition condition, SharedIntArray numbers) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("producer", "sleep()");
    Thread.sleep(500);
    step.next("condition", "lock().acquire()");
    condition.lock().acquire();
    step.next("numbers", "fill()");
    numbers.fill(99);
    step.next("condition", "signalAll()");
    condition.signalAll();
    step.next("condition", "lock().release()");
    condition.lock().release();
  }
}
