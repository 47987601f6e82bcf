package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedInt;

/** Lays out one ticket after the other, and tells one who waits each time. */
public record GiveTickets(ProcessCondition condition, SharedInt tickets, int count)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < count; i++) {
      step.next("producer", "sleep()");
      Thread.sleep(100);
      step.next("condition", "lock().acquire()");
      condition.lock().acquire();
      step.next("tickets", "set()");
      tickets.set(tickets.get() + 1);
      step.next("condition", "signal()");
      condition.signal();
      step.next("condition", "lock().release()");
      condition.lock().release();
    }
  }
}
