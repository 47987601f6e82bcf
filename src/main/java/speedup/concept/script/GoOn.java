package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Goes on with its own work while a child does another. */
public record GoOn(
    TaskAction countPrimes, AtomicReference<Object> printed, AtomicReference<Object> ownRounds)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = ChildProcess.builder(countPrimes).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    var own = 0L;
    do {
      own++;
      step.often("child", "isAlive()");
    } while (child.isAlive());
    ownRounds.set(own);
    step.say(own);
  }
}
