package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CpusTest {
  @TempDir Path mount;

  /** Prints what a process of its own counts. */
  static final class Printer {
    private Printer() {}

    public static void main(String[] args) {
      System.out.print(
          List.of(Cpus.usable(), Cpus.physical(), Cpus.affinity().size(), Cpus.logical()));
    }
  }

  @Test
  void noMoreProcessorsAreUsableThanThereAre() {
    assertTrue(Cpus.usable() >= 1);
    assertTrue(Cpus.usable() <= Cpus.logical());
    assertTrue(Cpus.physical() <= Cpus.usable());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessBoundToOneProcessorCountsOne() throws Exception {
    var taskset = Path.of("/usr/bin/taskset");
    assumeTrue(Files.isExecutable(taskset), "util-linux is not there");
    var first = Cpus.affinity().first();
    var bound =
        run(taskset.toString(), "-c", first.toString(), java(), "-XX:+UseSerialGC", printer());
    assertEquals("[1, 1, 1, %d]".formatted(Cpus.logical()), bound);
  }

  @Test
  void aFlagOfTheJvmCounts() throws Exception {
    var told = run(java(), "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", printer());
    assertTrue(told.startsWith("[1, 1, "), told);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void affinityNamesAtLeastTheUsableProcessors() {
    assertFalse(Cpus.affinity().isEmpty());
    assertTrue(Cpus.affinity().size() >= Cpus.usable());
  }

  @Test
  void readsTheQuotaOfAGroup() throws IOException {
    write("work/cpu.max", "150000 100000\n");
    assertEquals(OptionalDouble.of(1.5), Cgroup.limit(mount, "0::/work\n"));
  }

  @Test
  void theTightestGroupAroundItCounts() throws IOException {
    write("cpu.max", "max 100000\n");
    write("outer/cpu.max", "50000 100000\n");
    write("outer/inner/cpu.max", "200000 100000\n");
    assertEquals(OptionalDouble.of(0.5), Cgroup.limit(mount, "0::/outer/inner\n"));
  }

  @Test
  void aContainerThatSeesOnlyTheRootReadsItThere() throws IOException {
    write("cpu.max", "300000 100000\n");
    assertEquals(OptionalDouble.of(3), Cgroup.limit(mount, "0::/docker/4711\n"));
  }

  @Test
  void readsTheOlderFilesToo() throws IOException {
    write("cpu/box/cpu.cfs_quota_us", "250000\n");
    write("cpu/box/cpu.cfs_period_us", "100000\n");
    assertEquals(
        OptionalDouble.of(2.5), Cgroup.limit(mount, "5:memory:/box\n4:cpu,cpuacct:/box\n0::/\n"));
  }

  @Test
  void noQuotaIsNoLimit() throws IOException {
    write("cpu.max", "max 100000\n");
    write("cpu/cpu.cfs_quota_us", "-1\n");
    write("cpu/cpu.cfs_period_us", "100000\n");
    assertEquals(OptionalDouble.empty(), Cgroup.limit(mount, "4:cpu:/\n0::/\n"));
    assertEquals(OptionalDouble.empty(), Cgroup.limit(mount, ""));
  }

  @Test
  void aPathThatLeadsOutOfTheGroupsIsNotFollowed() throws IOException {
    write("elsewhere/cpu.max", "100000 100000\n");
    assertEquals(
        OptionalDouble.empty(), Cgroup.limit(mount.resolve("groups"), "0::/../elsewhere\n"));
  }

  private void write(String file, String text) throws IOException {
    var path = mount.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String printer() {
    return Printer.class.getName();
  }

  private static String run(String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var process = builder.start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
