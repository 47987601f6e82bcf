package speedup.concept.script;

import java.io.FileOutputStream;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;
import speedup.ipc.TransferException;

/** Tries to send an open file, deep in something else, and then sends its name. */
public record SendOpenFile(Connection pipe, String name) implements Script {
  @Override
  public void run(Step step) throws Exception {
    record Printer(String model, FileOutputStream file) {}
    record Report(String title, Printer printer) {}
    try (var file = new FileOutputStream(name)) {
      var report = new Report("June", new Printer("fast", file));
      try {
        step.next("pipe", "send(report)");
        pipe.send(report);
      } catch (TransferException e) {
        step.say(e.getMessage());
        step.next("pipe", "send(name)");
        pipe.send(name);
      }
    }
  }
}
