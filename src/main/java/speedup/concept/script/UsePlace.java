package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;

/** Uses a database that has places for a few only; notes how many are in it at most. */
public record UsePlace(ProcessSemaphore places, SharedInt inside, SharedInt most, Duration query)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("places", "acquire()");
    places.acquire();
    step.next("database", "query()");
    var now = inside.addAndGet(1);
    most.updateAndGet(before -> Math.max(before, now));
    Thread.sleep(query);
    inside.addAndGet(-1);
    step.next("places", "release()");
    places.release();
  }
}
