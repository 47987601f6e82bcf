package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a process of its own. */
class MainTest {
  @TempDir private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysInOneLineThatThereIsNoDisplay() throws IOException, InterruptedException {
    var builder = Ran.java(List.of("-Dspeedup.launcher=maven"), List.of());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));

    var ran = Ran.of(builder, folder);

    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(
        ran.err().contains("mvn compile exec:exec -Dspeedup.args=\"run primes-file\""), ran.err());
    assertEquals("", ran.out());
    assertEquals(3, ran.exitCode());
  }

  @Test
  void runsACommandWithoutLoadingJavaFx() throws IOException, InterruptedException {
    var ran = Ran.of(Ran.java(List.of("-Xlog:class+load:stdout"), List.of("list")), folder);

    assertTrue(ran.out().contains("speedup.cli.ListCommand"), "classes are logged");
    assertFalse(ran.out().lines().anyMatch(line -> line.contains(" javafx.")), "no JavaFX");
    assertEquals("", ran.err());
    assertEquals(0, ran.exitCode());
  }

  @Test
  void answersAnUnknownWorkloadInOneLine() throws IOException, InterruptedException {
    var ran = Ran.of(Ran.java(List.of(), List.of("run", "nothing-like-it")), folder);

    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().contains("\"speedup list\""), ran.err());
    assertEquals("", ran.out());
    assertEquals(2, ran.exitCode());
  }
}
