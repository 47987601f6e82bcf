package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Looks at a number in shared memory after a child has changed it. */
public record LookAtShared(
    TaskAction change,
    SharedInt number,
    AtomicReference<Object> printed,
    AtomicReference<Object> seen)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = ChildProcess.builder(change).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    step.next("child", "join()");
    child.join();
    step.next("number", "get()");
    seen.set(number.get());
    step.say(seen);
  }
}
