package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinuxMachineTest {
  private static final BitSet ALL = new BitSet();

  @Test
  void countsTheTwoThreadsOfACoreOnce() {
    var cpuinfo = cpu(0, 0, 0) + cpu(1, 0, 1) + cpu(2, 0, 0) + cpu(3, 0, 1);

    assertEquals(OptionalInt.of(2), LinuxMachine.physicalCores(cpuinfo, ALL));
  }

  @Test
  void countsCoresOfTheSameNumberOnTwoSocketsTwice() {
    var cpuinfo = cpu(0, 0, 0) + cpu(1, 0, 1) + cpu(2, 1, 0) + cpu(3, 1, 1);

    assertEquals(OptionalInt.of(4), LinuxMachine.physicalCores(cpuinfo, ALL));
  }

  @Test
  void countsOnlyTheProcessorsThatTheProcessMayUse() {
    var cpuinfo = cpu(0, 0, 0) + cpu(1, 0, 1) + cpu(2, 0, 0) + cpu(3, 0, 1);
    var allowed = LinuxMachine.allowedCpus("Name:\tjava\nCpus_allowed_list:\t0,2\n");

    assertEquals(OptionalInt.of(1), LinuxMachine.physicalCores(cpuinfo, allowed));
  }

  @Test
  void doesNotGuessFromAnArmCpuinfoWithoutCoreIds() {
    var cpuinfo =
        IntStream.range(0, 4)
            .mapToObj(
                i -> "processor\t: " + i + "\nBogoMIPS\t: 108.00\nCPU implementer\t: 0x41\n\n")
            .collect(Collectors.joining());

    assertEquals(OptionalInt.empty(), LinuxMachine.physicalCores(cpuinfo, ALL));
    assertEquals(Optional.empty(), LinuxMachine.model(cpuinfo));
  }

  @Test
  void doesNotGuessFromNothing() {
    assertEquals(OptionalInt.empty(), LinuxMachine.physicalCores("", ALL));
    assertEquals(Optional.empty(), LinuxMachine.model(""));
    assertEquals(OptionalLong.empty(), LinuxMachine.memoryBytes(""));
    assertTrue(LinuxMachine.allowedCpus("").isEmpty());
  }

  @Test
  void countsCoresByTheSeatsOfTheAllowedProcessors() {
    var allowed = LinuxMachine.allowedCpus("Cpus_allowed_list:\t0-3,6");

    var cores =
        LinuxMachine.physicalCores(
            allowed, cpu -> Optional.of(new LinuxMachine.Seat(cpu / 4, cpu / 2)));

    assertEquals(OptionalInt.of(3), cores);
  }

  @Test
  void doesNotCountCoresWhenOneSeatIsNotKnown() {
    var allowed = LinuxMachine.allowedCpus("Cpus_allowed_list:\t0-1");

    var cores =
        LinuxMachine.physicalCores(
            allowed, cpu -> cpu == 0 ? Optional.of(new LinuxMachine.Seat(0, 0)) : Optional.empty());

    assertEquals(OptionalInt.empty(), cores);
  }

  @Test
  void readsListsOfProcessors() {
    assertEquals("{0, 1, 2, 3, 8, 10, 11}", list("0-3,8,10-11"));
    assertEquals("{5}", list("5"));
    assertEquals("{}", list("none of them"));
  }

  @Test
  void readsModelNames() {
    assertEquals(Optional.of("AMD EPYC 9654"), LinuxMachine.model(cpu(0, 0, 0)));
    assertEquals(
        Optional.of("Raspberry Pi 4 Model B Rev 1.4"),
        LinuxMachine.model(
            "processor\t: 0\n\nHardware\t: BCM2835\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n"));
  }

  @Test
  void readsMemoryInBytes() {
    assertEquals(
        OptionalLong.of(16_384_000L * 1024),
        LinuxMachine.memoryBytes("MemTotal:       16384000 kB\nMemFree:  1 kB\n"));
    assertEquals(OptionalLong.empty(), LinuxMachine.memoryBytes("MemTotal: many\n"));
  }

  private static String list(String text) {
    return LinuxMachine.allowedCpus("Cpus_allowed_list:\t" + text).toString();
  }

  private static String cpu(int processor, int socket, int core) {
    return """
    processor\t: %d
    vendor_id\t: AuthenticAMD
    model\t\t: 17
    model name\t: AMD EPYC 9654
    cpu MHz\t\t: 2596.136
    physical id\t: %d
    siblings\t: 4
    core id\t\t: %d
    cpu cores\t: 2

    """
        .formatted(processor, socket, core);
  }
}
