package speedup.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import speedup.measure.Exit;
import speedup.wire.Message;

/**
 * How a worker's process came to its end.
 *
 * @param exit its exit code, or signal
 * @param because why this side ended it; null when it did not
 * @param exiting whether the JVM said that it shuts down
 * @param report the JVM's error report; empty when there is none
 * @param outOfMemory whether the machine killed a process for memory meanwhile
 */
record Autopsy(Exit exit, String because, boolean exiting, String report, boolean outOfMemory) {
  private static final Path VMSTAT = Path.of("/proc/vmstat");
  private static final String OOM_KILLS = "\noom_kill ";
  private static final String SIGKILL = "SIGKILL";

  /**
   * How many processes the system has killed for memory; 0 where it does not tell. Read for every
   * worker that starts, so without a stream.
   */
  static long memoryKills() {
    try {
      var text = Files.isReadable(VMSTAT) ? Files.readString(VMSTAT) : "";
      var at = text.indexOf(OOM_KILLS);
      return at < 0
          ? 0
          : Long.parseLong(text.substring(at + OOM_KILLS.length(), text.indexOf('\n', at + 1)));
    } catch (IOException | RuntimeException e) {
      return 0; // a kernel without the counter: its kills are then plain kills
    }
  }

  /** In words, such as {@code killed by SIGKILL}. */
  String inWords() {
    if (!report.isEmpty()) {
      return "its JVM crashed: " + headline();
    }
    if (because != null) {
      return because;
    }
    if (outOfMemory && wasKilled()) {
      return "killed by the system because memory ran out";
    }
    if (hasNoHeapLeft()) {
      return "its heap was full";
    }
    return exited()
        ? "%s(%d)".formatted(exiting ? "System.exit" : "Runtime.halt", exit.code())
        : exit.inWords();
  }

  /** Code 137 after System.exit(137) is no signal: a killed process does not announce its end. */
  private boolean exited() {
    return exit.signal().isEmpty() || exiting && !handled();
  }

  /** How it ended; a code that the process chose by itself is never taken for a signal. */
  Exit ending() {
    return because == null && exited() ? new Exit(exit.code(), Optional.empty()) : exit;
  }

  /** Signals on which a JVM shuts down in order. */
  private boolean handled() {
    return exit.signal()
        .filter(name -> name.equals("SIGTERM") || name.equals("SIGINT") || name.equals("SIGHUP"))
        .isPresent();
  }

  private boolean hasNoHeapLeft() {
    return !exiting && exit.code() == Message.OUT_OF_MEMORY;
  }

  private boolean wasKilled() {
    return !exited() && exit.signal().orElse("").equals(SIGKILL);
  }

  private String headline() {
    return report
        .lines()
        .filter(line -> line.startsWith("#  ") && line.strip().length() > 1)
        .findFirst()
        .map(line -> line.substring(1).strip())
        .orElse(exit.inWords());
  }

  /** The failure of the chunk that was at work. */
  PoolException failure(Circumstances where) {
    if (!report.isEmpty()) { // even if this side lost patience before it was all written
      return new PoolException.NativeCrash(headline(), report, where);
    }
    if (because == null && outOfMemory && wasKilled()) {
      return new PoolException.OutOfMemory(true, "", where);
    }
    if (because == null && hasNoHeapLeft()) {
      return new PoolException.OutOfMemory(false, "its heap was full", where);
    }
    if (because == null && exited()) {
      return new PoolException.WorkerExited(exit.code(), !exiting, where);
    }
    return new PoolException.WorkerKilled(
        exit.signal().orElse(SIGKILL), because == null ? "" : because, where);
  }
}
