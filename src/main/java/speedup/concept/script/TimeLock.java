package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedLongArray;

/** Takes the time of a loop without and with a lock; the last pass counts, as it runs warm. */
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
      without.set(worker, System.nanoTime() - begin);
      step.next("lock", "hold()");
      begin = System.nanoTime();
      for (var i = 0; i < rounds; i++) {
        lock.acquire();
        counter.set(counter.get() + 1);
        lock.release();
      }
      with.set(worker, System.nanoTime() - begin);
    }
  }
}
