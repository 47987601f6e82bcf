package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;
import speedup.ipc.SharedInt;
import speedup.pool.ChildProcess;
import speedup.pool.PoolException;
import speedup.pool.task.TaskAction;

/** Starts a process that does the same as this one. */
public record StartAgain(
    String name, List<TaskAction> again, SharedInt levels, ProcessQueue<String> errors)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    levels.addAndGet(1);
    var child = ChildProcess.builder(again.getFirst()).name(name).build();
    try {
      step.next(name, "start()");
      child.start();
      step.next(name, "join()");
      child.join();
    } catch (PoolException.StartFailed e) {
      step.say(e.getMessage());
      errors.put(e.getMessage());
    }
  }
}
