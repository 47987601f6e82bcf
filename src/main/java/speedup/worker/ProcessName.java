package speedup.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name under which the system lists this process. */
final class ProcessName {
  private static final Path COMM = Path.of("/proc/self/comm");

  private ProcessName() {}

  /** Sets it on Linux, cut to the 15 bytes the kernel keeps; elsewhere the name stays java. */
  static void set(String name) {
    if (!Files.isWritable(COMM)) {
      return;
    }
    try {
      Files.writeString(COMM, name);
    } catch (IOException e) {
      System.err.println("speedup worker: cannot set the process name: " + e.getMessage());
    }
  }
}
