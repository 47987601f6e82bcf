package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessBarrier;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessSemaphore;

/** Makes a barrier new, once all have tried it. */
public record ResetBarrier(ProcessBarrier barrier, ProcessSemaphore tried, ProcessEvent again)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < barrier.parties(); i++) {
      step.next("tried", "acquire()");
      tried.acquire();
    }
    step.next("barrier", "reset()");
    barrier.reset();
    step.next("again", "set()");
    again.set();
  }
}
