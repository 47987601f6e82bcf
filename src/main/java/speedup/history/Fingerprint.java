package speedup.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import speedup.measure.Environment;

/**
 * Tells like from unlike machines: system, processor, cores and JVM. Memory does not count, as it
 * changes no time until it is full.
 *
 * @param value twelve hexadecimal digits
 */
public record Fingerprint(String value) {
  private static final int DIGITS = 12;

  /** The fingerprint of a machine. */
  public static Fingerprint of(Environment environment) {
    var parts =
        String.join(
            "\n",
            environment.os(),
            environment.cpu(),
            Integer.toString(environment.physicalCores()),
            Integer.toString(environment.logicalCores()),
            environment.jvm());
    return new Fingerprint(
        Checksum.of(parts.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS));
  }

  /**
   * Why the times of two runs must not be laid over each other without a word.
   *
   * @return a sentence; empty where they come from like machines
   */
  public static Optional<String> unlike(Environment one, Environment other) {
    if (of(one).equals(of(other))) {
      return Optional.empty();
    }
    var differences = new ArrayList<String>();
    add(differences, "system", one.os(), other.os());
    add(differences, "processor", one.cpu(), other.cpu());
    add(differences, "physical cores", one.physicalCores(), other.physicalCores());
    add(differences, "logical cores", one.logicalCores(), other.logicalCores());
    add(differences, "JVM", one.jvm(), other.jvm());
    return Optional.of(
        "These runs were made on different machines (%s); compare their shapes, not their times."
            .formatted(String.join("; ", differences)));
  }

  private static void add(ArrayList<String> differences, String name, Object one, Object other) {
    if (!one.equals(other)) {
      differences.add("%s: %s and %s".formatted(name, one, other));
    }
  }
}
