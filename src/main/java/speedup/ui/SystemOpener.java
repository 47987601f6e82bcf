package speedup.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import speedup.ui.fx.UiThread;
import speedup.ui.run.FileOpener;

/**
 * Opens files with the program that the system has for them. On Linux {@code xdg-open} and on macOS
 * {@code open} say by their exit code whether there was one. Windows has no program that does:
 * {@code start} of its command line succeeds as soon as Windows asks the person which program to
 * take, and reads {@code &} and {@code %} in the name of a file as commands. There the file is
 * handed to the system, which tells the person itself what it cannot open.
 *
 * @param elsewhere opens files where no program says what came of it
 */
record SystemOpener(UiThread ui, Consumer<Path> elsewhere) implements FileOpener {
  @Override
  public void open(Path file, Runnable refused) {
    open(program(System.getProperty("os.name")), file, refused);
  }

  /** Opens a file with this program, or elsewhere. */
  void open(Optional<String> program, Path file, Runnable refused) {
    program.ifPresentOrElse(name -> ask(name, file, refused), () -> elsewhere.accept(file));
  }

  /** The program of a system that opens files and says whether it could. */
  static Optional<String> program(String os) {
    var name = os.toLowerCase(Locale.ROOT);
    if (name.contains("linux")) {
      return Optional.of("xdg-open");
    }
    return name.contains("mac") ? Optional.of("/usr/bin/open") : Optional.empty();
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
