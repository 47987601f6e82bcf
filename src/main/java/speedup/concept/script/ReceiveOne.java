package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Receives one message. */
public record ReceiveOne(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pipe", "receive()");
    var message = pipe.receive();
    step.say(message);
  }
}
