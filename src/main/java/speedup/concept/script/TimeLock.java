package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedLongArray;

/** Takes the time of a loop without and with a lock; the shortest pass counts. */
public record TimeLock(
    ProcessLock lock,
    SharedInt counter,
    int rounds,
    int worker,
    SharedLongArray without,
    SharedLongArray with)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var pass = 0; pass < 10; pass++) {
      step.next("counter", "set()");
      var begin = System.nanoTime();
      for (var i = 0; i < rounds; i++) {
        counter.set(counter.get() + 1);
      }
      var free = System.nanoTime() - begin;
      without.updateAndGet(worker, best -> best == 0 ? free : Math.min(best, free));
      step.next("lock", "hold()");
      begin = System.nanoTime();
      for (var i = 0; i < rounds; i++) {
        lock.acquire();
        counter.set(counter.get() + 1);
        lock.release();
      }
      var locked = System.nanoTime() - begin;
      with.updateAndGet(worker, best -> best == 0 ? locked : Math.min(best, locked));
    }
  }
}
