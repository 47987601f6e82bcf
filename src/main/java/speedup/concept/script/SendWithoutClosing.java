package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;

/** Sends some lines and leaves its end open, in a process that lives on. */
public record SendWithoutClosing(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    for (var line : List.of("one", "two", "three")) {
      step.next("pipe", "send(\"" + line + "\")");
      pipe.send(line);
    }
  }
}
