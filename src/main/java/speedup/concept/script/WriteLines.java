package speedup.concept.script;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessLock;

/**
 * Writes lines to a file that others write to, each line in three pieces, one process at a time.
 */
public record WriteLines(ProcessLock lock, String file, String name, int lines) implements Script {
  @Override
  public void run(Step step) throws InterruptedException, IOException {
    for (var i = 1; i <= lines; i++) {
      step.next("lock", "acquire()");
      lock.acquire();
      for (var piece : List.of(name, " writes line ", i + "\n")) {
        step.next("file", "writeString()");
        Files.writeString(Path.of(file), piece, APPEND);
      }
      step.next("lock", "release()");
      lock.release();
    }
  }
}
