package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;
import speedup.pool.task.TaskFunction;

/** Sends a function to another process. */
public record SendLambda(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    var factor = 7;
    TaskFunction<Integer, Integer> times = number -> number * factor;
    step.next("pipe", "send(times)");
    pipe.send(times);
  }
}
