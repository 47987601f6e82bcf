package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Makes jars of workloads that are on nobody's class path. */
public final class TestJar {
  /** Sums the doubles of the numbers to n, with a class of another package. */
  public static final String WORKLOAD =
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

  private TestJar() {}

  /**
   * {@link #WORKLOAD} that computes before this statement for as long as an {@link Endless} is
   * open.
   */
  public static String endless(String before) {
    assertTrue(WORKLOAD.contains(before));
    return WORKLOAD.replace(
        before,
        "if (System.getProperty(\"jar.loops\") != null) System.setProperty(\"jar.began\", \"\");"
            + " while (System.getProperty(\"jar.loops\") != null) Thread.onSpinWait(); "
            + before);
  }

  /** While it is open code of {@link #endless} goes on, and does not listen to interrupts. */
  public static final class Endless implements AutoCloseable {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** From now on. */
    public Endless() {
      System.clearProperty("jar.began");
      System.setProperty("jar.loops", "");
    }

    /** Waits until such code runs. */
    public static void awaitBegin() {
      var deadline = System.nanoTime() + PATIENCE_NANOS;
      while (System.getProperty("jar.began") == null) {
        assertTrue(System.nanoTime() < deadline, "waited in vain");
        LockSupport.parkNanos(1_000_000);
      }
    }

    @Override
    public void close() {
      System.clearProperty("jar.loops");
    }
  }

  /**
   * Makes {@code own.jar}.
   *
   * @param service what its list of workloads says
   * @param source of the class Doubles
   */
  public static Path make(Path folder, String service, String source) throws IOException {
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
      out.write(service.getBytes(StandardCharsets.UTF_8));
    }
    return place;
  }
}
