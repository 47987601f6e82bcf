package speedup.concept.script;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Waits on threads, on threads behind one lock, and on processes, and takes the times. */
public record WaitThreeWays(ProcessPool pool, int workers, int millis, Stopwatch watch)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    var lock = new Object();
    Callable<Integer> free = () -> Work.pause(millis);
    Callable<Integer> locked =
        () -> {
          synchronized (lock) {
            lock.wait(millis); // lets go of the lock meanwhile
            return millis;
          }
        };
    try (var threads = Executors.newFixedThreadPool(workers)) {
      for (var round = 0; round < 3; round++) {
        step.next("threads", "invokeAll(free)");
        watch.time(0, () -> threads.invokeAll(Collections.nCopies(workers, free)));
        step.next("threads", "invokeAll(locked)");
        watch.time(1, () -> threads.invokeAll(Collections.nCopies(workers, locked)));
        step.next("pool", "map()");
        watch.time(2, () -> pool.map(Work::pause, Collections.nCopies(workers, millis), 1));
      }
    }
  }
}
