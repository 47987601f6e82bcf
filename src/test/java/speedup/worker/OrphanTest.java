package speedup.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.shm.RegionFiles;

/** A program that is killed takes its workers with it. */
@Timeout(60)
class OrphanTest {
  @ParameterizedTest
  @ValueSource(strings = {"idle", "busy"})
  void noWorkerOutlivesItsParent(String state) throws Exception {
    kill(PoolOwner.class, state);
  }

  @Test
  void noSharedMemoryOutlivesAParentKilledInTheMiddleOfLargeMessages() throws Exception {
    assertEquals(List.of(), RegionFiles.madeBy(kill(PayloadOwner.class, "")));
  }

  /** Kills a program with two workers and waits for their end; returns the ids of all three. */
  private static Set<Long> kill(Class<?> program, String argument) throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            program.getName(),
            argument);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var parent = builder.start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      var workers =
          Arrays.stream(out.readLine().split(" "))
              .map(Long::parseLong)
              .map(pid -> ProcessHandle.of(pid).orElseThrow())
              .toList();
      assertEquals(2, workers.size());
      assertTrue(workers.stream().allMatch(ProcessHandle::isAlive));
      parent.destroyForcibly();
      for (var worker : workers) {
        worker.onExit().get(5, TimeUnit.SECONDS);
      }
      return Set.of(parent.pid(), workers.get(0).pid(), workers.get(1).pid());
    } finally {
      parent.destroyForcibly();
    }
  }
}
