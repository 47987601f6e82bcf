package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import speedup.measure.Environment;

class FingerprintTest {
  private static final Environment HERE =
      new Environment("Linux 6.1 amd64", "Fast One", 8, 4, 16L << 30, "Temurin 25");

  @Test
  void isTheSameForLikeMachines() {
    var moreMemory = new Environment("Linux 6.1 amd64", "Fast One", 8, 4, -1, "Temurin 25");

    assertEquals(Fingerprint.of(HERE), Fingerprint.of(moreMemory));
    assertEquals(Optional.empty(), Fingerprint.unlike(HERE, moreMemory));
    assertEquals(12, Fingerprint.of(HERE).value().length());
  }

  @Test
  void tellsEveryDifferenceThatCounts() {
    var others =
        List.of(
            new Environment("Windows 11", "Fast One", 8, 4, 1, "Temurin 25"),
            new Environment("Linux 6.1 amd64", "Slow One", 8, 4, 1, "Temurin 25"),
            new Environment("Linux 6.1 amd64", "Fast One", 4, 4, 1, "Temurin 25"),
            new Environment("Linux 6.1 amd64", "Fast One", 8, 8, 1, "Temurin 25"),
            new Environment("Linux 6.1 amd64", "Fast One", 8, 4, 1, "Temurin 26"));

    for (var other : others) {
      assertNotEquals(Fingerprint.of(HERE), Fingerprint.of(other));
    }
    assertEquals(
        Optional.of(
            "These runs were made on different machines (processor: Fast One and Slow One);"
                + " compare their shapes, not their times."),
        Fingerprint.unlike(HERE, others.get(1)));
  }
}
