package speedup.measure;

/**
 * The machine and the JVM that a run was made on.
 *
 * @param os such as {@code "Linux 6.1 amd64"}
 * @param cpu model name, or "unknown"
 * @param logicalCores processors this process may use (affinity and container limits counted)
 * @param physicalCores cores behind them; the same as logicalCores where the system does not tell
 * @param memoryBytes physical memory, -1 where the system does not tell
 * @param jvm vendor and version
 */
public record Environment(
    String os, String cpu, int logicalCores, int physicalCores, long memoryBytes, String jvm) {
  /** Looks at this machine, once; later calls give the same value. */
  public static Environment current() {
    return Here.ENVIRONMENT;
  }

  /** Loaded, and so looked up, at the first call only. */
  private static final class Here {
    static final Environment ENVIRONMENT = look();

    private static Environment look() {
      int logical = Cpus.usable();
      var machine = Machine.detect();
      return new Environment(
          System.getProperty("os.name")
              + " "
              + System.getProperty("os.version")
              + " "
              + System.getProperty("os.arch"),
          machine.cpu().orElse("unknown"),
          logical,
          Math.min(logical, machine.physicalCores().orElse(logical)),
          machine.memoryBytes().orElse(-1),
          System.getProperty("java.vendor") + " " + Runtime.version());
    }
  }
}
