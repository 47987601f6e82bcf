package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Starts the first of processes that start each other, and hears why they stop. */
public record StartFirst(
    TaskAction again, ProcessQueue<String> errors, AtomicReference<Object> error)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = new ChildProcess(again);
    step.next("child 1", "start()");
    child.start();
    step.next("child 1", "join()");
    child.join();
    step.next("errors", "take()");
    error.set(errors.take());
    step.say(error);
  }
}
