package speedup.concept.script;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessBarrier;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;

/** Waits at a barrier for a short time only, and comes again once the barrier is new. */
public record MeetAgain(
    String name,
    Duration way,
    ProcessBarrier barrier,
    ProcessSemaphore tried,
    ProcessEvent again,
    SharedInt broken,
    SharedInt passed)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException, BrokenBarrierException {
    step.next(name, "sleep()");
    Thread.sleep(way);
    try {
      step.next("barrier", "await(400 ms)");
      barrier.await(Duration.ofMillis(400));
    } catch (BrokenBarrierException e) {
      step.say(e.getMessage());
      broken.addAndGet(1);
    }
    tried.release();
    step.next("again", "await()");
    again.await();
    step.next("barrier", "await()");
    barrier.await();
    passed.addAndGet(1);
  }
}
