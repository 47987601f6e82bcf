package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Changes a static field, then starts a child that reads it. */
public record ChangeBefore(
    TaskAction read, AtomicReference<Object> printed, AtomicReference<Object> seen)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("Counter", "number = 7");
    Counter.number = 7;
    var child = ChildProcess.builder(read).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    step.next("child", "join()");
    child.join();
    step.next("Counter", "number");
    seen.set(Counter.number);
    step.say(seen);
  }
}
