package speedup.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A reading of the CPU time used so far, by everything and by this program. Two readings tell how
 * busy other processes kept the machine in between, which marks a run as noisy. Linux only.
 *
 * @param allTicks time of all processors, idle or not, in clock ticks
 * @param busyTicks the part in which they were busy
 * @param ourTicks the part that this process, the ended ones it started and its workers used
 */
public record BackgroundLoad(long allTicks, long busyTicks, long ourTicks) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Reads the counters now. Takes well under a millisecond.
   *
   * @param workerPids processes that belong to this program; those that are gone count nothing, as
   *     the system adds an ended child to its parent
   * @return empty where the system has no such counters
   */
  public static Optional<BackgroundLoad> read(Collection<Long> workerPids) {
    var all = readFile("/proc/stat");
    var self = readFile("/proc/self/stat");
    if (all.isEmpty() || self.isEmpty()) {
      return Optional.empty();
    }
    long ours = processTicks(self);
    for (var pid : workerPids) {
      var stat = readFile("/proc/" + pid + "/stat");
      ours += stat.isEmpty() ? 0 : processTicks(stat);
    }
    return machine(all, ours);
  }

  /**
   * The share of all processors' time that other processes used from this reading to a later one, 0
   * to 1; empty when no tick passed.
   */
  public OptionalDouble shareUntil(BackgroundLoad later) {
    long all = later.allTicks - allTicks;
    if (all <= 0) {
      return OptionalDouble.empty();
    }
    long others = later.busyTicks - busyTicks - (later.ourTicks - ourTicks);
    return OptionalDouble.of(Math.clamp((double) others / all, 0.0, 1.0));
  }

  /** Reads the first line of /proc/stat: user nice system idle iowait irq softirq steal. */
  static Optional<BackgroundLoad> machine(String stat, long ourTicks) {
    var fields = SPACES.split(stat.lines().findFirst().orElse(""));
    if (fields.length < 8 || !fields[0].equals("cpu")) {
      return Optional.empty();
    }
    long all = 0;
    long idle = 0;
    // the guest fields after steal are contained in user and nice
    for (int i = 1; i < Math.min(fields.length, 9); i++) {
      long ticks = Long.parseLong(fields[i]);
      all += ticks;
      idle += i == 4 || i == 5 ? ticks : 0;
    }
    return Optional.of(new BackgroundLoad(all, all - idle, ourTicks));
  }

  /** Reads user and system time of a process and of the children it has waited for. */
  static long processTicks(String stat) {
    // the name before may hold spaces and brackets itself; field 3 follows its last bracket
    var fields = SPACES.split(stat.substring(stat.lastIndexOf(')') + 1).strip());
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks;
  }

  /** The text of a file of the kernel's; empty where it is not there or the process is gone. */
  private static String readFile(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}
