package speedup.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was run to its end, with what it printed. */
record Ran(int exitCode, String out, String err) {
  /** Far longer than any of them takes. */
  private static final int SECONDS = 60;

  /** Runs it with its output in files, so that no pipe can fill up. */
  static Ran of(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
    var out = Files.createTempFile(folder, "out", ".txt");
    var err = Files.createTempFile(folder, "err", ".txt");
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + builder.command());
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ran(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** A JVM like this one, with the class path of the tests and no options. */
  static ProcessBuilder java(List<String> options, List<String> arguments) {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
