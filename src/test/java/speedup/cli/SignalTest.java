package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A run that is told to end from outside; Ctrl-C takes the same way through the JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class SignalTest {
  @Test
  @Timeout(60)
  void closesTheLabAndEndsAsShellsExpect() throws IOException, InterruptedException {
    var run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = run.inputReader()) {
      assertEquals("running", out.readLine());

      // The process's own destroy would close its output as well.
      assertTrue(run.toHandle().destroy());

      assertEquals("closed", out.readLine());
      assertNull(out.readLine());
      assertTrue(run.waitFor(30, TimeUnit.SECONDS));
      assertEquals(143, run.exitValue());
    } finally {
      run.destroyForcibly();
    }
  }
}
