package speedup.measure;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Reads how much processor time a Linux control group allows, in both versions of its files. */
final class Cgroup {
  private static final String UNIFIED = "0::";

  private Cgroup() {}

  /**
   * The tightest limit of a group and those around it, in processors; empty for none.
   *
   * @param mount where the control groups are, {@code /sys/fs/cgroup}
   * @param membership what {@code /proc/self/cgroup} says
   */
  static OptionalDouble limit(Path mount, String membership) {
    return membership.lines().flatMapToDouble(line -> limits(mount, line)).min();
  }

  private static DoubleStream limits(Path mount, String line) {
    var parts = line.split(":", 3); // number, controllers, path
    if (parts.length < 3) {
      return DoubleStream.empty();
    }
    if (line.startsWith(UNIFIED)) {
      return upwards(mount, parts[2], "cpu.max", "");
    }
    return ("," + parts[1] + ",").contains(",cpu,")
        ? upwards(mount.resolve("cpu"), parts[2], "cpu.cfs_quota_us", "cpu.cfs_period_us")
        : DoubleStream.empty();
  }

  /** From the group up to the root; a container often sees the root only, under another path. */
  private static DoubleStream upwards(Path root, String path, String quota, String period) {
    var limits = DoubleStream.builder();
    var group = root.resolve(path.replaceFirst("^/+", "")).normalize();
    while (group.startsWith(root)) {
      var text = LinuxMachine.read(group.resolve(quota));
      if (!period.isEmpty()) {
        text = text.strip() + " " + LinuxMachine.read(group.resolve(period));
      }
      share(text).ifPresent(limits::add);
      group = group.getParent();
    }
    return limits.build();
  }

  /** From text such as {@code 150000 100000}; "max" and -1 mean no limit. */
  private static OptionalDouble share(String quotaAndPeriod) {
    var parts = quotaAndPeriod.strip().split("\\s+");
    if (parts.length != 2
        || !parts[0].matches("\\d{1,15}")
        || !parts[1].matches("[1-9]\\d{0,14}")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
  }
}
