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
import java.util.concurrent.ExecutionException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.EngineKind;
import speedup.workload.InputException;
import speedup.workload.Workload;

/** A workload in a jar that is on nobody's class path. */
@Timeout(90)
class MyCodeJarTest {
  private static final String WORKLOAD =
      """
      package acme.work;
      import java.util.*;
      import speedup.workload.*;
      public class Doubles implements Workload {
        public record Part(long from, long to) {}
        record Task() implements SliceTask<Part, Long> {
          @Override public Long run(Part part) throws Exception {
            long sum = 0;
            for (long i = part.from(); i < part.to(); i++) sum += acme.other.Twice.of(i);
            return sum;
          }
        }
        record Items(long items) implements Stage<Part, Long> {
          @Override public Part slice(long from, long to) { return new Part(from, to); }
          @Override public SliceTask<Part, Long> task() { return new Task(); }
        }
        record Plan(long items) implements Prepared<Part, Long, Long> {
          @Override public String description() { return "doubles"; }
          @Override public List<Stage<Part, Long>> stages() { return List.of(new Items(items)); }
          @Override public Long merge(List<Long> sums) {
            return sums.stream().mapToLong(Long::longValue).sum();
          }
          @Override public String inWords(Long sum) { return "sum " + sum; }
          @Override public Map<String, Object> inValues(Long sum) { return Map.of("sum", sum); }
        }
        @Override public String id() { return "doubles"; }
        @Override public String title() { return "Doubles"; }
        @Override public String summary() { return "Doubles."; }
        @Override public List<Parameter> parameters() {
          return List.of(
              new Parameter.Whole("n", "N", "N.", "", 1, 1000000, OptionalLong.of(10)));
        }
        @Override public Prepared<?, ?, ?> prepare(Settings settings, Preparation preparation) {
          return new Plan(settings.whole("n"));
        }
      }
      """;
  private static final String HELPER =
      "package acme.other; public class Twice { public static long of(long x) { return 2 * x; } }";

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
    var classes = folder.resolve("classes");
    var work = Files.writeString(folder.resolve("Doubles.java"), source);
    var helper = Files.writeString(folder.resolve("Twice.java"), HELPER);
    var own = Path.of(Workload.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                own.toString(),
                work.toString(),
                helper.toString()));
    var place = folder.resolve("own.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(place));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + Workload.class.getName()));
      out.write(service.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return place;
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
