package speedup.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Reads {@code /proc} and {@code /sys} on Linux; the parsing is apart from the reading. */
final class LinuxMachine {
  /** What cpuinfo calls the model: x86, then ARM boards, then POWER. */
  private static final String[] MODEL_KEYS = {"model name", "Model", "Hardware", "cpu"};

  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private LinuxMachine() {}

  /**
   * Where a logical processor sits.
   *
   * @param packageId its socket
   * @param coreId its core, numbered within the socket
   */
  record Seat(int packageId, int coreId) {}

  static Machine detect() {
    var cpuinfo = read(Path.of("/proc/cpuinfo"));
    var allowed = allowedCpus();
    var cores = physicalCores(cpuinfo, allowed);
    return new Machine(
        model(cpuinfo),
        cores.isPresent() ? cores : physicalCores(allowed, LinuxMachine::seatInSys),
        memoryBytes(read(Path.of("/proc/meminfo"))));
  }

  /** The model name, empty where cpuinfo has none, as on many ARM machines. */
  static Optional<String> model(String cpuinfo) {
    for (var key : MODEL_KEYS) {
      var found =
          cpuinfo.lines().map(line -> value(line, key)).flatMap(Optional::stream).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The processors this process may run on now, by number; empty where the system does not say. */
  static BitSet allowedCpus() {
    return allowedCpus(read(Path.of("/proc/self/status")));
  }

  /** How many processors are switched on; 0 where the system does not say. */
  static int onlineCpus() {
    return cpuList(read(Path.of("/sys/devices/system/cpu/online"))).cardinality();
  }

  /** The processors this process may run on, by number; empty where status does not say. */
  static BitSet allowedCpus(String status) {
    return status
        .lines()
        .map(line -> value(line, "Cpus_allowed_list"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(LinuxMachine::cpuList)
        .orElseGet(BitSet::new);
  }

  /** Physical memory. */
  static OptionalLong memoryBytes(String meminfo) {
    return meminfo
        .lines()
        .map(line -> value(line, "MemTotal"))
        .flatMap(Optional::stream)
        .filter(text -> text.matches("\\d{1,15} kB"))
        .mapToLong(text -> Long.parseLong(text.substring(0, text.length() - 3)) * 1024)
        .findFirst();
  }

  /**
   * Counts cores by cpuinfo.
   *
   * @param allowed processors that count; all when empty
   * @return empty where a processor that counts has no core id
   */
  static OptionalInt physicalCores(String cpuinfo, BitSet allowed) {
    var seats = new HashSet<Seat>();
    // processors are separated by an empty line
    for (var block : cpuinfo.split("\\n\\s*\\n")) {
      var processor = number(block, "processor");
      if (processor.isEmpty() || (!allowed.isEmpty() && !allowed.get(processor.getAsInt()))) {
        continue;
      }
      var core = number(block, "core id");
      if (core.isEmpty()) {
        return OptionalInt.empty();
      }
      seats.add(new Seat(number(block, "physical id").orElse(0), core.getAsInt()));
    }
    return seats.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seats.size());
  }

  /** Counts cores by where each allowed processor sits; empty where one of them is not known. */
  static OptionalInt physicalCores(BitSet allowed, IntFunction<Optional<Seat>> seatOf) {
    var seats = new HashSet<Seat>();
    for (int cpu = allowed.nextSetBit(0); cpu >= 0; cpu = allowed.nextSetBit(cpu + 1)) {
      var seat = seatOf.apply(cpu);
      if (seat.isEmpty()) {
        return OptionalInt.empty();
      }
      seats.add(seat.get());
    }
    return seats.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seats.size());
  }

  private static Optional<Seat> seatInSys(int cpu) {
    var topology = Path.of("/sys/devices/system/cpu/cpu" + cpu + "/topology");
    var socket = read(topology.resolve("physical_package_id")).strip();
    var core = read(topology.resolve("core_id")).strip();
    // -1 is the kernel's word for "not known"
    if (!core.matches("\\d{1,9}") || !socket.matches("-1|\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(new Seat(Integer.parseInt(socket), Integer.parseInt(core)));
  }

  private static BitSet cpuList(String text) {
    var cpus = new BitSet();
    for (var part : text.split(",")) {
      var range = RANGE.matcher(part.strip());
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        cpus.set(first, Math.max(first, last) + 1);
      }
    }
    return cpus;
  }

  private static OptionalInt number(String block, String key) {
    return block
        .lines()
        .map(line -> value(line, key))
        .flatMap(Optional::stream)
        .filter(text -> text.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  /** The text after the colon, where the line has this key. */
  private static Optional<String> value(String line, String key) {
    int colon = line.indexOf(':');
    return colon >= 0 && line.substring(0, colon).strip().equals(key)
        ? Optional.of(line.substring(colon + 1).strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The text of a file of the kernel's; empty where it is not there, which parsing then tells. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
