package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Looks at a static field after a child has changed it. */
public record LookAfter(
    TaskAction change, AtomicReference<Object> printed, AtomicReference<Object> seen)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    Counter.number = 0;
    var child = ChildProcess.builder(change).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    step.next("child", "join()");
    child.join();
    step.next("Counter", "number");
    seen.set(Counter.number);
    step.say(seen);
  }
}
