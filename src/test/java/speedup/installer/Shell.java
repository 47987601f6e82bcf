package speedup.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs as a person with an empty home would; all that they print goes to one log. */
final class Shell {
  private static final int LIMIT_SECONDS = 240;

  private final Path home;
  private final Path log = Path.of("target", "installed.log").toAbsolutePath();
  private String display;

  Shell(Path home) throws IOException {
    this.home = Files.createDirectories(home);
    Files.createDirectories(log.getParent());
    Files.writeString(log, "");
  }

  Path home() {
    return home;
  }

  /** What was printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** Shows windows on a display from now on. */
  void use(int number) {
    display = ":" + number;
  }

  /** Runs a program that has to end well, and returns what it printed. */
  String run(String... command) throws IOException, InterruptedException {
    var before = log().length();
    var process = start(command);
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(List.of(command) + " failed:\n" + log().substring(before));
      }
    } finally {
      process.destroyForcibly();
    }
    return log().substring(before);
  }

  Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    Files.writeString(log, "$ " + String.join(" ", command) + "\n", StandardOpenOption.APPEND);
    var variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("SPEEDUP_"));
    variables.put("HOME", home.toString());
    // the JVM asks the system where the home is, and these before that
    variables.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    variables.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
    variables.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
    variables.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
    variables.put("DEBIAN_FRONTEND", "noninteractive");
    variables.remove("DISPLAY");
    if (display != null) {
      variables.put("DISPLAY", display);
    }
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
  }
}
