package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.BaseLock;
import speedup.ipc.SharedInt;

/** Takes a lock, and takes it again where it has it: as a method does that calls another one. */
public record CountNested(BaseLock lock, SharedInt counter, int rounds) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < rounds; i++) {
      step.next("lock", "acquire()");
      lock.acquire();
      step.next("lock", "acquire()");
      lock.acquire();
      step.next("counter", "set()");
      counter.set(counter.get() + 1);
      step.next("lock", "release()");
      lock.release();
      step.next("lock", "release()");
      lock.release();
    }
  }
}
