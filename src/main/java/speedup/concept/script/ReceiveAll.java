package speedup.concept.script;

import java.io.EOFException;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Receives until the other end is closed. */
public record ReceiveAll(Connection pipe) implements Script {
  /** What it says at the end. */
  public static final String END = "end of stream";

  @Override
  public void run(Step step) throws Exception {
    var open = true;
    while (open) {
      try {
        step.next("pipe", "receive()");
        var line = pipe.receive();
        step.say(line);
      } catch (EOFException e) {
        open = false;
        step.say(END);
      }
    }
  }
}
