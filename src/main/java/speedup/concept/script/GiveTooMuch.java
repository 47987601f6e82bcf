package speedup.concept.script;

import java.time.Duration;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;

/** As {@link UsePlace}, but gives back one place more than it took. */
public record GiveTooMuch(ProcessSemaphore places, SharedInt inside, SharedInt most, Duration query)
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
    step.next("places", "release(2)");
    places.release(2);
  }
}
