package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedIntArray;

/** Fills an array and tells all who wait at that moment: nobody yet. */
public record SignalAtOnce(ProcessCondition condition, SharedIntArray numbers) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
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
