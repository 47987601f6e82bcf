package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedLong;

/** Takes the time of a loop without and with a lock; of several processes, the longest counts. */
public record TimeLock(
    ProcessLock lock, SharedInt counter, int rounds, SharedLong without, SharedLong with)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("counter", "set()");
    var begin = System.nanoTime();
    for (var i = 0; i < rounds; i++) {
      counter.set(counter.get() + 1);
    }
    var free = System.nanoTime() - begin;
    without.updateAndGet(longest -> Math.max(longest, free));
    step.next("lock", "acquire()");
    begin = System.nanoTime();
    for (var i = 0; i < rounds; i++) {
      lock.acquire();
      counter.set(counter.get() + 1);
      lock.release();
    }
    var locked = System.nanoTime() - begin;
    with.updateAndGet(longest -> Math.max(longest, locked));
  }
}
