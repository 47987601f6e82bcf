package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Sends some lines and closes its end. */
public record SendLines(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    for (var line : List.of("one", "two", "three")) {
      step.next("pipe", "send(\"" + line + "\")");
      pipe.send(line);
    }
    step.next("pipe", "close()");
    pipe.close();
  }
}
