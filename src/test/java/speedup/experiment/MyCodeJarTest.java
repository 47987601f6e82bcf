package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.workload.InputException;
import speedup.workload.TestJar;

/** A workload in a jar that is on nobody's class path. */
@Timeout(90)
class MyCodeJarTest {
  private static final String WORKLOAD = TestJar.WORKLOAD;

  @TempDir Path folder;

  private ProcessLab lab;

  @BeforeEach
  void open() {
    lab = Labs.open(folder.resolve("cache"));
  }

  @AfterEach
  void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  private Path jar(String service) throws IOException {
    return jar(service, WORKLOAD);
  }

  private Path jar(String service, String source) throws IOException {
    return TestJar.make(folder, service, source);
  }

  private InputException refused(Map<String, String> settings) {
    var thrown =
        assertThrows(
            ExecutionException.class, () -> Labs.run(lab, Labs.request("my-code", settings)));
    return assertInstanceOf(InputException.class, thrown.getCause());
  }

  @Test
  void runsOnEveryEngine() throws Exception {
    var settings =
        Map.of("jar", jar("acme.work.Doubles # mine").toString(), "jar-settings", "n=1000;");
    var engines = List.of(EngineKind.SEQUENTIAL, EngineKind.THREADS, EngineKind.PROCESSES);
    var report =
        Labs.run(lab, Labs.request("my-code", settings, engines, RunRequest.Start.WARM, 1));

    assertEquals(Map.of("sum", 999_000L), report.result());
    assertEquals(3, report.engines().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"while (sum >= 0) sum &= 1;", "Thread.sleep(60_000);"})
  void aChunkThatTakesTooLongIsStopped(String slow) throws Exception {
    var settings =
        Map.of(
            "jar",
            jar("acme.work.Doubles", WORKLOAD.replace("long sum = 0;", "long sum = 0; " + slow))
                .toString(),
            "seconds",
            "1");
    var engines = List.of(EngineKind.SEQUENTIAL, EngineKind.PROCESSES);
    var request = Labs.request("my-code", settings, engines, RunRequest.Start.WARM, 1);
    var thrown = assertThrows(ExecutionException.class, () -> Labs.run(lab, request));

    var message = assertInstanceOf(ExperimentFailedException.class, thrown.getCause()).getMessage();
    assertTrue(message.contains("a chunk of items took longer than 1 s and was stopped"), message);
  }

  @Test
  void stopEndsARunWhoseJarPreparesForEver() throws Exception {
    try (var _ = new TestJar.Endless()) {
      var jar = jar("acme.work.Doubles", TestJar.endless("return new Plan(")).toString();
      var prepares = new CountDownLatch(1);
      var run =
          lab.start(
              Labs.request("my-code", Map.of("jar", jar)),
              event -> {
                if (event instanceof RunEvent.PhaseStarted(_, var phase)
                    && phase == Phase.PREPARE) {
                  prepares.countDown();
                }
              });
      assertTrue(prepares.await(60, TimeUnit.SECONDS));
      TestJar.Endless.awaitBegin();
      run.stop();

      assertThrows(CancellationException.class, () -> run.report().get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void saysWhatIsWrongWithAJar() throws Exception {
    var text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertTrue(refused(Map.of("jar", text.toString())).getMessage().contains("is no whole jar"));
    assertTrue(
        refused(Map.of("jar", jar("").toString())).getMessage().contains("offers no workload"));
    assertTrue(
        refused(Map.of("jar", jar("a.B\nc.D").toString())).getMessage().contains("(a.B, c.D)"));
    assertTrue(
        refused(Map.of("jar", jar("acme.other.Twice").toString()))
            .getMessage()
            .contains("must implement"));
    var good = jar("acme.work.Doubles").toString();
    assertEquals(
        "jar-settings",
        refused(Map.of("jar", good, "jar-settings", "n")).parameter().orElseThrow());
    assertTrue(
        refused(Map.of("jar", good, "jar-settings", "m=3"))
            .getMessage()
            .contains("this workload takes n"));
    assertTrue(
        refused(Map.of("jar", good, "source", "Task.java"))
            .getMessage()
            .contains("give one of them"));
  }
}
