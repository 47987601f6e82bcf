package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private static Properties system(String... pairs) {
    var system = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      system.setProperty(pairs[i], pairs[i + 1]);
    }
    return system;
  }

  @Test
  void isMissingOnLinuxWithoutEitherVariable() {
    var said = Display.missing(Map.of("DISPLAY", ""), system("os.name", "Linux")).orElseThrow();

    assertTrue(said.endsWith(": speedup run primes-file"), said);
  }

  @Test
  void namesTheMavenCommandToThoseWhoCameFromMaven() {
    var said =
        Display.missing(Map.of(), system("os.name", "Linux", "speedup.launcher", "maven"))
            .orElseThrow();

    assertTrue(said.endsWith("mvn compile exec:exec -Dspeedup.args=\"run primes-file\""), said);
  }

  @Test
  void isThereElsewhere() {
    assertEquals(
        Optional.empty(), Display.missing(Map.of("DISPLAY", ":0"), system("os.name", "Linux")));
    assertEquals(
        Optional.empty(),
        Display.missing(Map.of("WAYLAND_DISPLAY", "wayland-0"), system("os.name", "Linux")));
    assertEquals(
        Optional.empty(),
        Display.missing(Map.of(), system("os.name", "Linux", "glass.platform", "Headless")));
    assertEquals(Optional.empty(), Display.missing(Map.of(), system("os.name", "Mac OS X")));
    assertEquals(Optional.empty(), Display.missing(Map.of(), system("os.name", "Windows 11")));
  }
}
