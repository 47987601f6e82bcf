package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Sends a number and waits for the answer at the same end. */
public record AskTimesFive(Connection pipe, int number) implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pipe", "send(" + number + ")");
    pipe.send(number);
    step.next("pipe", "receive()");
    var answer = pipe.receive();
    step.say(answer);
  }
}
