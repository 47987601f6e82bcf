package speedup.measure;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the operating system tells about the machine; each part is empty where it does not tell.
 *
 * @param cpu model name
 * @param physicalCores cores behind the processors that this process may use
 * @param memoryBytes physical memory
 */
record Machine(Optional<String> cpu, OptionalInt physicalCores, OptionalLong memoryBytes) {
  /** Asks the system that this runs on. */
  static Machine detect() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.startsWith("linux")) {
      return LinuxMachine.detect();
    }
    if (os.startsWith("mac")) {
      return MacMachine.detect();
    }
    return new Machine(
        Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")),
        OptionalInt.empty(),
        OptionalLong.empty());
  }
}
