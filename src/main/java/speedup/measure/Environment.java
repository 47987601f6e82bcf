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
    throw new UnsupportedOperationException();
  }
}
