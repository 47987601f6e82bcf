package speedup.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Asks {@code sysctl} on macOS. */
final class MacMachine {
  private static final int TIMEOUT_SECONDS = 2;

  private MacMachine() {}

  static Machine detect() {
    return parse(sysctl());
  }

  /** Reads one value a line: cores, bytes of memory, model name. */
  static Machine parse(String text) {
    var lines = text.lines().map(String::strip).toList();
    if (lines.size() < 3 || !isNumber(lines.get(0)) || !isNumber(lines.get(1))) {
      return new Machine(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());
    }
    return new Machine(
        Optional.of(lines.get(2)).filter(name -> !name.isEmpty()),
        OptionalInt.of(Integer.parseInt(lines.get(0))),
        OptionalLong.of(Long.parseLong(lines.get(1))));
  }

  private static boolean isNumber(String text) {
    return text.matches("[1-9][0-9]{0,17}");
  }

  /** What it prints, empty text where it cannot be run or does not answer in time. */
  private static String sysctl() {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "sysctl", "-n", "hw.physicalcpu", "hw.memsize", "machdep.cpu.brand_string")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return "";
    }
    try {
      // three short lines fit into the pipe, so waiting before reading cannot block the process
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        return "";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      process.destroyForcibly();
    }
  }
}
