package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;

/** Takes two locks, one after the other. */
public record TakeBoth(String firstName, ProcessLock first, String secondName, ProcessLock second)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < 1_000; i++) {
      step.next(firstName, "acquire()");
      first.acquire();
      step.next(secondName, "acquire()");
      second.acquire();
      step.next(secondName, "release()");
      second.release();
      step.next(firstName, "release()");
      first.release();
    }
  }
}
