package speedup.concept.script;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;

/** Writes lines to a file in three pieces each, as if nobody else wrote. */
public record WriteLinesFreely(String file, String name, int lines) implements Script {
  @Override
  public void run(Step step) throws InterruptedException, IOException {
    for (var i = 1; i <= lines; i++) {
      for (var piece : List.of(name, " writes line ", i + "\n")) {
        step.next("file", "writeString()");
        Files.writeString(Path.of(file), piece, APPEND);
      }
    }
  }
}
