package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;
import speedup.pool.task.TaskFunction;

/** Receives a function and calls it here. */
public record CallReceived(Connection pipe) implements Script {
  @Override
  @SuppressWarnings("unchecked") // what is sent is one of these
  public void run(Step step) throws Exception {
    step.next("pipe", "receive()");
    var times = (TaskFunction<Integer, Integer>) pipe.receive();
    var result = times.apply(6);
    step.say(result);
  }
}
