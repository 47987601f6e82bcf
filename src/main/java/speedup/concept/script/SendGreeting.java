package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Sends one message. */
public record SendGreeting(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pipe", "send(\"hello\")");
    pipe.send("hello");
    step.next("pipe", "close()");
    pipe.close();
  }
}
