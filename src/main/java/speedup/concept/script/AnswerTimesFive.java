package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Receives a number and sends back five times as much. */
public record AnswerTimesFive(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pipe", "receive()");
    var number = (Integer) pipe.receive();
    step.next("pipe", "send(" + number * 5 + ")");
    pipe.send(number * 5);
    step.next("pipe", "close()");
    pipe.close();
  }
}
