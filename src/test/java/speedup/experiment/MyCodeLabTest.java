package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;

/** A person's own code on real worker processes, well and badly behaved. */
@Timeout(90)
class MyCodeLabTest {
  private static final String GOOD =
      """
      package acme;
      public class Task {
        record Pair(long n, String text) {}
        public static long run(long n) { return Helper.twice(new Pair(n, "x").n()); }
      }
      class Helper { static long twice(long n) { return 2 * n; } }
      """;

  private static ProcessLab lab;

  @TempDir Path folder;

  @BeforeAll
  static void open(@TempDir Path cacheFolder) {
    lab = Labs.open(cacheFolder);
  }

  @AfterAll
  static void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  private RunRequest request(
      String source, Map<String, String> more, List<EngineKind> engines, Start start)
      throws Exception {
    var settings = new HashMap<>(more);
    settings.put("source", Files.writeString(folder.resolve("Task.java"), source).toString());
    settings.putIfAbsent("count", "100");
    return Labs.request("my-code", settings, engines, start, 1);
  }

  private void assertRuns(List<EngineKind> engines, Start start) throws Exception {
    var report = Labs.run(lab, request(GOOD, Map.of(), engines, start));
    assertEquals(BigInteger.valueOf(9_900), report.result().get("sum"));
    assertEquals(engines.size(), report.engines().size());
  }

  /** Runs what goes wrong, and then something that does not. */
  private String failure(String body, Map<String, String> settings, EngineKind engine)
      throws Exception {
    var source = "public class Task { public static long run(long n) throws Exception { %s } }";
    var request =
        request(
            source.formatted(body), settings, List.of(EngineKind.SEQUENTIAL, engine), Start.WARM);
    var thrown = assertThrows(ExecutionException.class, () -> Labs.run(lab, request));
    var message = assertInstanceOf(ExperimentFailedException.class, thrown.getCause()).getMessage();
    assertRuns(RunRequest.BASELINE, Start.WARM);
    return message;
  }

  private void assertSays(String message, String... words) {
    for (var word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @Test
  void runsOnEveryEngineAndChangesBetweenRuns() throws Exception {
    assertRuns(
        List.of(
            EngineKind.SEQUENTIAL,
            EngineKind.THREADS,
            EngineKind.THREADS_ONE_LOCK,
            EngineKind.PROCESSES),
        Start.WARM);
    var changed = GOOD.replace("2 * n", "3 * n");
    var report = Labs.run(lab, request(changed, Map.of(), RunRequest.COMPARE, Start.WARM));
    assertEquals(BigInteger.valueOf(14_850), report.result().get("sum"));
  }

  @Test
  void runsCold() throws Exception {
    assertRuns(RunRequest.COMPARE, Start.COLD);
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"THREADS", "PROCESSES"})
  void anEndlessLoopIsStopped(EngineKind engine) throws Exception {
    var message =
        failure(
            "while (n > 50) { n++; if (n < 0) n = 60; } return n;", Map.of("seconds", "1"), engine);
    assertSays(message, "item ", " took longer than 1 s and was stopped; allow more seconds");
  }

  @Test
  void aSleepThatIsTooLongIsStopped() throws Exception {
    var message =
        failure(
            "if (n == 50) Thread.sleep(60_000); return n;",
            Map.of("seconds", "1"),
            EngineKind.PROCESSES);
    assertSays(message, "item 50 took longer than 1 s and was stopped");
  }

  @Test
  void systemExitIsSurvived() throws Exception {
    assertSays(
        failure("System.exit(3); return n;", Map.of(), EngineKind.PROCESSES),
        "called System.exit(3)",
        "MyCode");
  }

  @Test
  void haltIsSurvived() throws Exception {
    assertSays(
        failure("Runtime.getRuntime().halt(4); return n;", Map.of(), EngineKind.PROCESSES),
        "called Runtime.halt(4)");
  }

  @Test
  void memoryThatRunsOutIsExplained() throws Exception {
    var message =
        failure(
            "var all = new java.util.ArrayList<long[]>();"
                + " while (true) { all.add(new long[100_000]); if (all.size() < 0) return 1; }",
            Map.of("memory", "32"),
            EngineKind.PROCESSES);
    assertSays(message, "ran out of memory", "raise the limit or give it less to do");
  }

  @Test
  void whatItThrowsIsTold() throws Exception {
    var message =
        failure(
            "class Own extends RuntimeException { Own() { super(\"no luck\"); } }"
                + " if (n == 42) throw new Own(); return n;",
            Map.of(),
            EngineKind.PROCESSES);
    assertSays(message, "item 42: the task threw Task$1Own: no luck (Task.java, line 1)");
  }

  @Test
  void printingALotHoldsNothingUp() throws Exception {
    var source =
        """
        public class Task {
          public static long run(long n) {
            for (int i = 0; i < 1_000; i++) System.out.println("line " + i + " of item " + n);
            System.err.print("x".repeat(100_000));
            return n;
          }
        }
        """;
    var report = Labs.run(lab, request(source, Map.of(), RunRequest.COMPARE, Start.WARM));
    assertEquals(BigInteger.valueOf(4_950), report.result().get("sum"));
  }

  @Test
  void theMemoryOfAWorkerIsWhatWasSet() throws Exception {
    var source =
        "public class Task { public static long run(long n) {"
            + " return Runtime.getRuntime().maxMemory() >> 20 <= 64 ? 1 : 0; } }";
    var report =
        Labs.run(lab, request(source, Map.of("memory", "64"), RunRequest.COMPARE, Start.WARM));
    assertEquals(BigInteger.valueOf(100), report.result().get("sum"));
    assertEquals(0, lab.warmWorkers(), "the run has workers of its own, which end with it");
  }
}
