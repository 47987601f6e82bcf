package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person's jar does in the app may take only so long. */
@Timeout(60)
class JarCallsTest {
  private static final JarCalls SHORT = new JarCalls("own.jar", 300);
  private static final JarCalls LONG = new JarCalls("own.jar", 30_000);

  @TempDir private Path folder;

  private Prepared<?, ?, ?> prepare(String source, JarCalls calls) throws Exception {
    return JarWorkload.load(TestJar.make(folder, "acme.work.Doubles", source))
        .prepare("n=5", calls, InProcess.in(folder));
  }

  private static <A, R, T> String inWords(Prepared<A, R, T> prepared) throws Exception {
    return prepared.inWords(InProcess.run(prepared, 2));
  }

  @Test
  void allowsHalfAMinuteOrWhatAChunkMayTake() {
    assertEquals(30_000, JarCalls.of(Path.of("own.jar"), 10_000).millis());
    assertEquals(90_000, JarCalls.of(Path.of("own.jar"), 90_000).millis());
  }

  @Test
  void whatIsQuickAnswersAsItWould() throws Exception {
    var prepared = prepare(TestJar.WORKLOAD, LONG);

    assertEquals(Map.of("sum", 20L), InProcess.values(prepared, 2));
    var thrown = new IllegalStateException("the well is dry");
    var failure =
        assertThrows(
            ExecutionException.class,
            () ->
                LONG.call(
                    "prepare()",
                    () -> {
                      throw thrown;
                    }));
    assertSame(thrown, failure.getCause());
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                LONG.show(
                    "show()",
                    () -> {
                      throw thrown;
                    })));
  }

  @Test
  void aJarThatPreparesForEverIsLeftBehind() {
    try (var _ = new TestJar.Endless()) {
      var failure =
          assertThrows(
              InputException.class, () -> prepare(TestJar.endless("return new Plan("), SHORT));

      assertEquals("jar", failure.parameter().orElseThrow());
      assertEquals(
          "prepare() of own.jar took longer than 300 ms and cannot be stopped, so it keeps a core"
              + " busy until this program is closed; let it do less, or allow more seconds",
          failure.getMessage());
    }
  }

  @Test
  void aResultThatIsShownForEverIsLeftBehind() throws Exception {
    var prepared = prepare(TestJar.endless("return \"sum \""), SHORT);
    try (var _ = new TestJar.Endless()) {
      var failure = assertThrows(SlowJarException.class, () -> inWords(prepared));

      assertEquals(
          "inWords() of own.jar took longer than 300 ms and cannot be stopped, so it keeps a core"
              + " busy until this program is closed; let it do less, or allow more seconds",
          failure.getMessage());
    }
  }

  @Test
  void whatListensIsStopped() throws Exception {
    var failure =
        assertThrows(
            SlowJarException.class,
            () ->
                SHORT.call(
                    "prepare()",
                    () -> {
                      Thread.sleep(60_000);
                      return "";
                    }));

    assertEquals(
        "prepare() of own.jar took longer than 300 ms and was stopped; let it do less, or allow"
            + " more seconds",
        failure.getMessage());
  }
}
