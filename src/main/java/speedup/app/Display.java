package speedup.app;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Whether a window can be shown, judged before JavaFX is loaded. */
final class Display {
  private Display() {}

  /**
   * What to say when there is no display, in one line with a command that works without one.
   *
   * @param environment the environment variables
   * @param system the system properties
   * @return empty where a window may open
   */
  static Optional<String> missing(Map<String, String> environment, Properties system) {
    var linux = system.getProperty("os.name", "").startsWith("Linux");
    var headless = "Headless".equals(system.getProperty("glass.platform"));
    if (!linux || headless || has(environment, "DISPLAY") || has(environment, "WAYLAND_DISPLAY")) {
      return Optional.empty();
    }
    return Optional.of(
        "speedup: there is no display to open the window on; this works without one: "
            + commandWithoutWindow(system));
  }

  /** The same command as the one that was typed, with arguments that need no window. */
  static String commandWithoutWindow(Properties system) {
    return "maven".equals(system.getProperty("speedup.launcher"))
        ? "mvn compile exec:exec -Dspeedup.args=\"run primes-file\""
        : "speedup run primes-file";
  }

  private static boolean has(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
