package speedup.measure;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many processors there are, and how many of them this process may use. */
public final class Cpus {
  private Cpus() {}

  /** Processors of the machine that are switched on, whether or not this process may use them. */
  public static int logical() {
    return Math.max(LinuxMachine.onlineCpus(), usable());
  }

  /**
   * Cores behind the processors that this process may use; the same as {@link #usable()} where the
   * system does not tell.
   */
  public static int physical() {
    return Environment.current().physicalCores();
  }

  /**
   * Processors that this process may use: affinity, container limits and the flag {@code
   * -XX:ActiveProcessorCount} counted. So many workers can compute at the same time.
   */
  public static int usable() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Numbers of the processors that it may run on; empty where the system does not tell. */
  public static SortedSet<Integer> affinity() {
    return LinuxMachine.allowedCpus().stream()
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Processors' worth of time that the control group allows, such as 1.5; empty where there is no
   * limit or no control group.
   */
  public static OptionalDouble cgroupLimit() {
    return Cgroup.limit(Path.of("/sys/fs/cgroup"), LinuxMachine.read(Path.of("/proc/self/cgroup")));
  }
}
