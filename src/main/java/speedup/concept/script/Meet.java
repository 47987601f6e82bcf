package speedup.concept.script;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessBarrier;
import speedup.ipc.SharedInt;

/** Goes to a barrier; notes whether all the others were there when it went on. */
public record Meet(
    String name,
    Duration way,
    ProcessBarrier barrier,
    SharedInt arrived,
    SharedInt passed,
    SharedInt early)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException, BrokenBarrierException {
    step.next(name, "sleep()");
    Thread.sleep(way);
    arrived.addAndGet(1);
    step.next("barrier", "await()");
    var index = barrier.await();
    early.addAndGet(arrived.get() < barrier.parties() ? 1 : 0);
    step.say("goes on; " + index + " came before it");
    passed.addAndGet(1);
  }
}
