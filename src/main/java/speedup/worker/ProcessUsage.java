package speedup.worker;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * CPU time and memory of this process. Reads /proc where there is one: loading the management beans
 * would double the start time of a worker. Old streams: they are loaded already.
 */
final class ProcessUsage {
  private static final File STAT = new File("/proc/self/stat");
  private static final File STATUS = new File("/proc/self/status");
  private static final long CLOCK_TICK_NANOS = 10_000_000; // USER_HZ is 100 on every Linux ABI
  private static final String RESIDENT = "VmRSS:";
  private static final int UTIME_AFTER_NAME = 11;

  private final boolean proc = STAT.canRead() && STATUS.canRead();

  /** User and system time of all threads, or -1. */
  long cpuNanos() {
    if (!proc) {
      return ProcessHandle.current()
          .info()
          .totalCpuDuration()
          .map(duration -> duration.toNanos())
          .orElse(-1L);
    }
    try {
      var stat = read(STAT);
      // the name in brackets may hold spaces
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[UTIME_AFTER_NAME])
              + Long.parseLong(fields[UTIME_AFTER_NAME + 1]))
          * CLOCK_TICK_NANOS;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return -1;
    }
  }

  /** Resident set in bytes, or -1. */
  long residentBytes() {
    if (!proc) {
      return -1;
    }
    try {
      var status = read(STATUS);
      var from = status.indexOf(RESIDENT) + RESIDENT.length();
      return Long.parseLong(status.substring(from, status.indexOf("kB", from)).strip()) * 1024;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return -1;
    }
  }

  private static String read(File file) throws IOException {
    try (var in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
