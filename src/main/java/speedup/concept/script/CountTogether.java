package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedInt;

/** Counts in shared memory, one process at a time. */
public record CountTogether(ProcessLock lock, SharedInt counter, int rounds) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < rounds; i++) {
      step.often("lock", "acquire()");
      lock.acquire();
      step.often("counter", "get()");
      var seen = counter.get();
      step.often("counter", "set()");
      counter.set(seen + 1);
      step.often("lock", "release()");
      lock.release();
    }
  }
}
