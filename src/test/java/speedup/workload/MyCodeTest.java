package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MyCodeTest {
  @TempDir Path folder;

  private Prepared<?, ?, ?> prepare(String source, Map<String, String> more) throws Exception {
    var file = Files.writeString(folder.resolve("Mine.java"), source);
    var settings = new HashMap<>(more);
    settings.put("source", file.toString());
    return InProcess.prepare(new MyCode(), settings, folder);
  }

  private Map<String, Object> values(String source, Map<String, String> more, long chunk)
      throws Exception {
    return InProcess.values(prepare(source, more), chunk);
  }

  private Object first(String method) throws Exception {
    return values("public class Mine { %s }".formatted(method), Map.of("count", "3"), 2)
        .get("first");
  }

  @Test
  void saysInWhichLineAMethodThatCannotBeCalledIs() {
    assertLine(
        4,
        "/** run(x) */\n"
            + "public class Mine {\n\n"
            + "  public static Object run(long n) {\n"
            + "    return n;\n"
            + "  }\n"
            + "}");
    assertLine(
        2,
        "public class Mine {\n  public static long run(java.util.List<Long> n) { return 1; }\n}");
    assertLine(
        3,
        "public class Mine {\n"
            + "  static long b(int n) { return n; }\n"
            + "  public static Object b(long n) { return 1; }\n"
            + "}");
    assertLine(0, "public class Mine {}");
    assertRefused(
        "public class Mine {\n  public static void run(long n) {}\n}",
        "Mine.java, line 2: Mine.run returns nothing");
  }

  private static void assertLine(long line, String source) {
    var problems = MyCode.problems("Mine.java", source);
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(line, problems.getFirst().line(), problems.toString());
  }

  private void assertRefused(String source, String... words) {
    var failure = assertThrows(InputException.class, () -> prepare(source, Map.of()));
    assertEquals("source", failure.parameter().orElseThrow());
    for (var word : words) {
      assertTrue(failure.getMessage().contains(word), failure.getMessage());
    }
    assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
  }

  @Test
  void runsAMethodOnEveryNumber() throws Exception {
    var values =
        values(
            "public class Mine { public static long run(long n) { return n * n; } }",
            Map.of("count", "1000"),
            7);

    assertEquals(1_000L, values.get("items"));
    assertEquals(BigInteger.valueOf(332_833_500), values.get("sum"));
    assertEquals("81", ((List<?>) values.get("first")).get(9));
    assertEquals(100, ((List<?>) values.get("first")).size());
  }

  @Test
  void takesAndGivesWhatCanBeShown() throws Exception {
    assertEquals(List.of("0", "2", "4"), first("public static int f(int n) { return 2 * n; }"));
    assertEquals(
        List.of("0.0", "0.5", "1.0"), first("public static double f(double n) { return n / 2; }"));
    assertEquals(
        List.of("<0>", "<1>", "<2>"),
        first("public static String f(String s) { return \"<\" + s + \">\"; }"));
    assertEquals(
        List.of("true", "false", "true"),
        first("public static boolean f(Long n) { return n % 2 == 0; }"));
    assertEquals(
        List.of("P[x=0, y=[0, a]]", "P[x=1, y=[1, a]]", "P[x=2, y=[2, a]]"),
        first(
            "private record P(long x, java.util.List<Object> y) {}"
                + " public static P f(long n) { return new P(n, java.util.List.of(n, 'a')); }"));
    assertEquals(
        List.of("[0, 1]", "[1, 2]", "[2, 3]"),
        first("public static int[] f(int n) { return new int[] {n, n + 1}; }"));
  }

  @Test
  void sumsWithoutRunningOver() throws Exception {
    var values =
        values(
            "public class Mine { public static long f(long n) { return Long.MAX_VALUE; } }",
            Map.of("count", "5"),
            5);

    assertEquals(
        BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(5)), values.get("sum"));
  }

  @Test
  void theOrderOfResultsIsInTheChecksum() throws Exception {
    var up = "public class Mine { public static long f(long n) { return n; } }";
    var down = "public class Mine { public static long f(long n) { return 9 - n; } }";

    assertNotEquals(
        values(up, Map.of("count", "10"), 3).get("checksum"),
        values(down, Map.of("count", "10"), 3).get("checksum"));
    assertEquals(
        values(up, Map.of("count", "10"), 3).get("checksum"),
        values(up, Map.of("count", "10"), 1).get("checksum"));
  }

  @Test
  void runsOnTheLinesOfAFile() throws Exception {
    var lines = folder.resolve("lines.txt");
    Files.write(
        lines,
        "one\r\ntwo words\n\nf\u00fcnf \u00e9\nbad\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    var source = "public class Mine { public static String f(String s) { return s; } }";

    var prepared = prepare(source, Map.of("items", lines.toString()));

    assertEquals(1, prepared.notes().size());
    assertTrue(prepared.notes().getFirst().startsWith("2 lines are not UTF-8"));
    var expected = List.of("one", "two words", "", "f\uFFFDnf \uFFFD", "bad\uFFFD");
    for (var chunk : List.of(1, 2, 5)) {
      assertEquals(expected, InProcess.values(prepared, chunk).get("first"));
    }
  }

  @Test
  void aLineThatIsNoNumberIsNamed() throws Exception {
    var lines = Files.writeString(folder.resolve("lines.txt"), "5\n6\nseven\n");
    var source = "public class Mine { public static long f(long n) { return n; } }";

    var failure =
        assertThrows(
            InputException.class, () -> prepare(source, Map.of("items", lines.toString())));

    assertEquals("items", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().contains("line 3 of"), failure.getMessage());
    assertTrue(failure.getMessage().contains("\"seven\""), failure.getMessage());
  }

  @Test
  void errorsOfTheCompilerHaveLineColumnAndSentence() {
    assertRefused(
        "public class Mine {\n  public static long run(long n) {\n    return \"x\";\n  }\n}\n",
        "Mine.java, line 3, column 12: incompatible types: String cannot be converted to long");
    assertRefused("public class Mine {", "Mine.java, line 1, column ", "reached end of file");
    assertRefused("class A { int a = b; int c = d; int e = f; int g = h; }", "; and 1 more");
  }

  @Test
  void warningsAreShownAndStopNothing() throws Exception {
    var prepared =
        prepare(
            """
            import java.util.*;
            public class Mine {
              public static int f(int n) { List plain = new ArrayList(); return plain.size(); }
            }
            """,
            Map.of());

    assertTrue(
        prepared.notes().getFirst().startsWith("Mine.java, line 3, column 32: warning: "),
        prepared.notes().toString());
  }

  @Test
  void aSourceWithoutAUsableMethodIsToldWhatToWrite() {
    var example = "public static long run(long n) { return n * n; }";
    assertRefused("public class Mine {}", "no public static method", example);
    assertRefused("public class Mine { public long f(long n) { return n; } }", example);
    assertRefused(
        "public class Mine { public static void main(String[] args) {} }",
        "no public static method that takes one item");
    assertRefused(
        "public class Mine { public static int f(java.util.Date d) { return 1; } }",
        "Mine.f takes a Date",
        example);
    assertRefused(
        "public class Mine { public static int f(int n) { return 1; }"
            + " public static int g(int n) { return 1; } }",
        "Mine.f",
        "Mine.g",
        "make all but one private");
    assertRefused(
        "public class Mine { public static void f(long n) {} }",
        "Mine.f returns nothing; let it return a number");
    assertRefused(
        "public class Mine { public static Thread f(long n) { return null; } }",
        "returns a Thread");
    assertRefused(
        "package speedup.pool; public class Mine { public static int f(int n) { return n; } }",
        "give it another package");
  }

  @ParameterizedTest
  @CsvSource({
    "'package a.b; class Mine { public static int f(int n) { return n; } }', 3",
    "'public class Other { public static int f(int n) { return n; } } record MyCode(int a) {}', 3",
  })
  void packagesAndNamesAreFree(String source, String items) throws Exception {
    assertEquals(List.of("0", "1", "2"), values(source, Map.of("count", items), 1).get("first"));
  }

  @Test
  void nothingOfThePersonsRunsHereBeforeAWorkerRunsIt() throws Exception {
    System.clearProperty("my.code.ran");
    prepare(
        """
        public class Mine {
          static { System.setProperty("my.code.ran", "yes"); }
          public static int f(int n) { return n; }
        }
        """,
        Map.of());

    assertNull(System.getProperty("my.code.ran"));
  }

  @Test
  void whatTheMethodThrowsIsToldWithItsPlace() throws Exception {
    var prepared =
        prepare(
            """
            public class Mine {
              public static int f(int n) {
                if (n == 5) {
                  throw new IllegalStateException("the well is dry");
                }
                return n;
              }
            }
            """,
            Map.of());

    var failure = assertThrows(OwnTaskException.class, () -> InProcess.run(prepared, 100));

    assertEquals(
        "item 5: the task threw java.lang.IllegalStateException: the well is dry (Mine.java, line"
            + " 4)",
        failure.getMessage());
  }

  @Test
  void aResultThatCannotBeShownIsRefused() throws Exception {
    var prepared =
        prepare(
            "public class Mine { public static java.util.List<Object> f(int n) {"
                + " return java.util.List.of(Thread.currentThread()); } }",
            Map.of());

    var failure = assertThrows(OwnTaskException.class, () -> InProcess.run(prepared, 100));

    assertTrue(failure.getMessage().contains("holds a java.lang.Thread; return a number"));
  }

  @Test
  void anItemThatTakesTooLongIsInterrupted() throws Exception {
    var prepared =
        prepare(
            "public class Mine { public static int f(int n) throws Exception {"
                + " Thread.sleep(n == 2 ? 60_000 : 0); return n; } }",
            Map.of("seconds", "1"));

    var failure = assertThrows(OwnTaskException.class, () -> InProcess.run(prepared, 100));

    assertTrue(failure.getMessage().startsWith("item 2 took longer than 1 s and was stopped"));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"primes", "sum", "word-length", "sleep"})
  void everyTemplateRuns(String template) throws Exception {
    var settings = Map.of("template", template, "count", "5");
    var values = InProcess.values(InProcess.prepare(new MyCode(), settings, folder), 2);

    assertEquals(5L, values.get("items"));
  }

  @Test
  void filesThatAreNoSourceAreRefused() throws Exception {
    var latin = folder.resolve("Latin.java");
    Files.write(latin, "// \u00fc".getBytes(StandardCharsets.ISO_8859_1));

    for (var source : List.of(latin, folder, folder.resolve("missing.java"))) {
      var failure =
          assertThrows(
              InputException.class,
              () -> InProcess.prepare(new MyCode(), Map.of("source", source.toString()), folder));
      assertEquals("source", failure.parameter().orElseThrow());
    }
  }
}
