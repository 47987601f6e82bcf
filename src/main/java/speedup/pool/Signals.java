package speedup.pool;

import java.util.Map;
import java.util.Optional;
import speedup.measure.Exit;

/** Names for the exit codes that stand for signals. */
final class Signals {
  private static final int BASE = 128;
  private static final boolean UNIX = !System.getProperty("os.name").startsWith("Windows");
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(6, "SIGABRT"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"));

  private Signals() {}

  /** Java reports 128+n for signal n. */
  static Exit exit(int code) {
    return new Exit(code, UNIX ? Optional.ofNullable(NAMES.get(code - BASE)) : Optional.empty());
  }
}
