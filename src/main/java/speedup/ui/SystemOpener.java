package speedup.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import speedup.ui.fx.UiThread;
import speedup.ui.run.FileOpener;

/**
 * Opens files with the program that the system has for them. On Linux {@code xdg-open} says by its
 * exit code whether there was one; Windows and macOS say it to the person themselves.
 *
 * @param elsewhere opens files where there is no {@code xdg-open}
 */
record SystemOpener(UiThread ui, Consumer<Path> elsewhere) implements FileOpener {
  @Override
  public void open(Path file, Runnable refused) {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      ask("xdg-open", file, refused);
    } else {
      elsewhere.accept(file);
    }
  }

  /**
   * Some programs stay until the person closes them, so nobody waits for the exit code here.
   *
   * @return done when the system has said what came of it
   */
  CompletableFuture<Void> ask(String program, Path file, Runnable refused) {
    var nowhere = new File("/dev/null");
    try {
      return new ProcessBuilder(program, file.toAbsolutePath().toString())
          .redirectInput(nowhere)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .thenAccept(ended -> {
            if (ended.exitValue() != 0) {
              ui.execute(refused);
            }
          });
    } catch (IOException e) { // there is no such program: the same to the person
      refused.run();
      return CompletableFuture.completedFuture(null);
    }
  }
}
