package speedup.worker;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The name under which the system lists this process. Old streams: they are loaded already. */
final class ProcessName {
  private static final File COMM = new File("/proc/self/comm");

  private ProcessName() {}

  /** Sets it on Linux, cut to the 15 bytes the kernel keeps; elsewhere the name stays java. */
  static void set(String name) {
    if (!COMM.canWrite()) {
      return;
    }
    try (var comm = new FileOutputStream(COMM)) {
      comm.write(name.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.err.println("speedup worker: cannot set the process name: " + e.getMessage());
    }
  }
}
