package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.workload.Workload;

/** Workloads that somebody else brings along, right and wrong. */
@Timeout(60)
class OwnWorkloadTest {
  @TempDir Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private URLClassLoader services;
  private ProcessLab lab;

  @BeforeEach
  void offer() throws Exception {
    var list = folder.resolve("META-INF/services/" + Workload.class.getName());
    Files.createDirectories(list.getParent());
    Files.writeString(
        list, FaultyWorkloads.ALL.stream().map(Class::getName).collect(Collectors.joining("\n")));
    services = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(services);
    lab = Labs.open(folder.resolve("cache"));
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
    Thread.currentThread().setContextClassLoader(before);
    services.close();
  }

  private ExperimentFailedException failure(String workload) {
    var thrown =
        assertThrows(
            ExecutionException.class, () -> Labs.run(lab, Labs.request(workload, Map.of())));
    return assertInstanceOf(ExperimentFailedException.class, thrown.getCause());
  }

  @Test
  void aResultThatDependsOnTheCutIsNoResult() {
    var message = failure("chunky").getMessage();
    assertTrue(message.contains("the sum is "), message);
    assertTrue(message.contains("different results when it is cut into chunks"), message);
  }

  @Test
  void aTaskThatThrowsIsNamedWithItsMessage() throws Exception {
    var failure = failure("throwing");
    assertTrue(failure.getMessage().contains("the well is dry"), failure.getMessage());
    assertEquals(2_000, Labs.run(lab, Labs.request("tiny-tasks", Map.of("items", "2000"))).items());
  }

  @Test
  void aPreparationThatBreaksOffIsAFailureInWords() {
    var failure = failure("refusing");
    assertTrue(failure.getMessage().contains("no task today"), failure.getMessage());
  }

  @Test
  void theSizeIsChosenByAProbeUnlessItWasSet() throws Exception {
    var chosen = Labs.run(lab, Labs.request("sized", Map.of()));
    assertEquals("12345", chosen.settings().get("size"));
    assertEquals(12_345, chosen.items());
    assertEquals(Map.of("sum", 12_345), chosen.result());
    assertEquals(77, Labs.run(lab, Labs.request("sized", Map.of("size", "77"))).items());
  }

  @Test
  void aChunkLengthThatWasSetIsUsed() throws Exception {
    var request =
        new RunRequest(
            "sized",
            Map.of("size", "100"),
            RunRequest.COMPARE,
            2,
            OptionalInt.of(30),
            1,
            RunRequest.Start.WARM);
    var report = Labs.run(lab, request);
    assertEquals(30, report.chunkItems());
    assertEquals(4, report.workers().stream().mapToLong(worker -> worker.tasks()).sum());
  }
}
