package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedInt;

/** Waits until there is a ticket, and takes it. */
public record TakeTicket(ProcessCondition condition, SharedInt tickets, SharedInt taken)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("condition", "lock().acquire()");
    condition.lock().acquire();
    step.next("condition", "awaitFor()");
    condition.awaitFor(() -> tickets.get() > 0);
    step.next("tickets", "set()");
    tickets.set(tickets.get() - 1);
    taken.addAndGet(1);
    step.next("condition", "lock().release()");
    condition.lock().release();
  }
}
