package speedup.workload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordSearchTest {
  private final KeywordSearch workload = new KeywordSearch();

  @TempDir Path cache;
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void realPlace() throws Exception {
    folder = temp.toRealPath();
  }

  private Prepared<FolderSlice, List<FileMatches>, SearchResult> plan(
      String keyword, String... more) throws Exception {
    var settings = new HashMap<>(Map.of("folder", folder.toString(), "keyword", keyword));
    for (var setting : more) {
      settings.put(setting.split("=")[0], setting.split("=")[1]);
    }
    return workload.prepare(Settings.of(workload.parameters(), settings), InProcess.in(cache));
  }

  /** What was found, each line as grep would print it. */
  private List<String> found(String keyword, String... more) throws Exception {
    var result = InProcess.run(plan(keyword, more), 1);
    assertEquals(result.first().size(), result.lines());
    return result.first().stream()
        .map(one -> "%s:%d:%s".formatted(one.file(), one.line().number(), one.line().text()))
        .toList();
  }

  private void write(String name, String text) throws Exception {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void findsLinesInAllFoldersInOrder() throws Exception {
    write("b.txt", "no\nneedle\r\n\nhay needle needle hay\nNeedle");
    write("a/c.txt", "a needle at the end of the file, needle");
    write("empty.txt", "");
    assertEquals(
        List.of(
            "a/c.txt:1:a needle at the end of the file, needle",
            "b.txt:2:needle",
            "b.txt:4:hay needle needle hay"),
        found("needle"));
  }

  @Test
  void saysWhatWasFoundInWordsAndValuesAndLinesToLookAt() throws Exception {
    write("a.txt", "hay\nsome needle\n");
    write("b.txt", "hay\n");
    var plan = plan("needle");
    assertEquals("2 files in " + folder, plan.description());
    var result = InProcess.run(plan, 1);
    assertEquals("1 line in 1 of 2 files matches \"needle\"", plan.inWords(result));
    var values = plan.inValues(result);
    assertEquals(1L, values.get("files"));
    assertEquals(1L, values.get("lines"));
    assertEquals(2L, values.get("searchedFiles"));
    assertEquals(
        List.of(Map.of("file", "a.txt", "line", 2L, "text", "some needle")), values.get("matches"));
    var line = new Shown.Lines.Line(folder.resolve("a.txt"), 2, "some needle", 5, 11);
    assertEquals(
        List.of(new Shown.Lines("Lines that match \"needle\"", List.of(line), 1)),
        plan.show(result));
  }

  @ParameterizedTest
  @CsvSource({
    "needle, case=ignore,            1 2 3 4 6",
    "NEEDLE, case=ignore,            1 2 3 4 6",
    "needle, whole-word=yes,         1 6",
    "needle, case=ignore whole-word=yes, 1 3 6",
    "straße, case=ignore,            5",
    "STRAßE, case=ignore,            5",
    "raß,    whole-word=yes,         ''",
    "ne+dle$, regex=yes,             1",
    "^NEEDLE, regex=yes case=ignore, 2 3",
    "n\\w+e, regex=yes whole-word=yes, 1 6",
    "(needle|x)s?, regex=yes whole-word=yes, 1 2 6",
    "., regex=yes,                   1 2 3 4 5 6",
    "^$, regex=yes,                  7",
    "., regex=no,                    6"
  })
  void heedsItsSettings(String keyword, String settings, String lines) throws Exception {
    write("a.txt", "a needle\nneedles\nNEEDLE here\nüneedleß\nStraße\nüber (needle), end.\n\n");
    var numbers = found(keyword, settings.split(" ")).stream().map(line -> line.split(":")[1]);
    assertEquals(lines, String.join(" ", numbers.toList()));
  }

  @Test
  void findsTheSameAsAPlainLoopOverDecodedLines() throws Exception {
    var random = new Random(3);
    for (var round = 0; round < 60; round++) {
      var text = new StringBuilder();
      var parts =
          List.of("ab", "a", "b", "AB", "\n", "\r\n", " ", "ä", "Ä", "漢", "😀", "_", "\u0301");
      for (var i = 0; i < 3_000; i++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      write("a.txt", text.toString());
      var keyword = List.of("ab", "aab", "b ", "ä", "bä", "😀a", "a漢").get(round % 7);
      for (var ignore : List.of(false, true)) {
        for (var whole : List.of(false, true)) {
          assertEquals(
              expected(text.toString(), keyword, ignore, whole),
              found(
                  keyword,
                  "case=" + (ignore ? "ignore" : "match"),
                  "whole-word=" + (whole ? "yes" : "no")));
        }
      }
    }
  }

  private static List<String> expected(String text, String keyword, boolean ignore, boolean whole) {
    var pattern =
        Pattern.compile(
            whole
                ? "(?<![\\p{L}\\p{M}\\p{Nd}_])" + keyword + "(?![\\p{L}\\p{M}\\p{Nd}_])"
                : keyword,
            ignore ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    var expected = new ArrayList<String>();
    var lines = text.split("\n", -1);
    for (var i = 0; i < lines.length; i++) {
      var line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      if (pattern.matcher(line).find()) {
        expected.add("a.txt:%d:%s".formatted(i + 1, line));
      }
    }
    return expected;
  }

  @Test
  void keepsLineNumbersRightInAFileOfManyBlocks() throws Exception {
    var text = new StringBuilder();
    var expected = new ArrayList<String>();
    for (var i = 1; i <= 100_000; i++) {
      var line = "line number " + i + (i % 9_973 == 0 ? " needle" : "");
      text.append(line).append('\n');
      if (i % 9_973 == 0) {
        expected.add("a.txt:" + i + ":" + line);
      }
    }
    write("a.txt", text.toString());
    assertEquals(expected, found("needle"));
    assertEquals(expected, found("needle$", "regex=yes"));
  }

  @Test
  void findsTheEndOfAVeryLongLineAndShortensIt() throws Exception {
    write("a.txt", "😀".repeat(1_000_000) + "needle" + "😀".repeat(400) + "\nneedle\n");
    var result = InProcess.run(plan("needle"), 1);
    assertEquals(2, result.lines());
    var line = result.first().getFirst().line();
    assertEquals("needle", line.text().substring(line.from(), line.to()));
    assertTrue(line.text().startsWith("…😀") && line.text().endsWith("😀…"), line::text);
    assertTrue(line.text().length() <= 302);
  }

  @Test
  void leavesOutBinaryFilesAndTellsThem() throws Exception {
    write("a.txt", "needle");
    write("b.dat", "needle\0needle");
    var plan = plan("needle");
    var result = InProcess.run(plan, 1);
    assertEquals(1, result.lines());
    assertEquals(
        "1 line in 1 of 1 file matches \"needle\"; 1 file is no text and skipped",
        plan.inWords(result));
    assertEquals(1L, plan.inValues(result).get("binaryFiles"));
  }

  @Test
  void tellsFilesThatAreNoUtf8AndFindsWhatIsAroundTheBadBytes() throws Exception {
    Files.write(folder.resolve("old.txt"), "good needle\nGrün\nneedle grün\n".getBytes(ISO_8859_1));
    Files.write(folder.resolve("wide.txt"), "needle".getBytes(UTF_16));
    for (var regex : List.of("no", "yes")) {
      var result = InProcess.run(plan("needle", "regex=" + regex), 1);
      assertEquals(2, result.lines());
      assertEquals(2, result.problems().count());
      var problems = result.problems().first();
      assertEquals("old.txt", problems.getFirst().file());
      assertTrue(problems.getFirst().problem().contains("no UTF-8, first in line 2"));
      assertTrue(problems.getLast().problem().contains("stored as UTF-16"));
    }
  }

  @Test
  void passesOverAByteOrderMark() throws Exception {
    write("a.txt", "\uFEFFneedle");
    assertEquals(List.of("a.txt:1:needle"), found("^needle", "regex=yes"));
    assertEquals(List.of("a.txt:1:needle"), found("needle"));
  }

  @Test
  void tellsAFileThatCannotBeReadAndGoesOn() throws Exception {
    write("a.txt", "needle");
    write("b.txt", "needle");
    var plan = plan("needle");
    Files.delete(folder.resolve("a.txt"));
    var result = InProcess.run(plan, 1);
    assertEquals(1, result.lines());
    assertTrue(plan.inWords(result).contains("\"a.txt\" cannot be read"), plan.inWords(result));
    assertEquals(1L, plan.inValues(result).get("problemFiles"));
    assertEquals(2, plan.show(result).size());
  }

  @Test
  void goesOnAfterALineThatIsTooLongForTheExpression() throws Exception {
    write("a.txt", "ab".repeat(500_000) + "c\n" + "ab".repeat(500_000) + "\nabc\n");
    var result = InProcess.run(plan("^(a|b)*c", "regex=yes"), 1);
    assertEquals(1, result.lines());
    assertTrue(result.problems().inWords().contains("too long for this regular expression"));
  }

  @Test
  void showsWhereARegularExpressionIsWrong() throws Exception {
    write("a.txt", "x");
    var failure = assertThrows(InputException.class, () -> plan("a[b-a]c", "regex=yes"));
    assertEquals("keyword", failure.parameter().orElseThrow());
    assertEquals(
        "keyword: \"a[b-a]c\" is no regular expression: illegal character range at character 5,"
            + " \"a\"; correct it, or set regex to no",
        failure.getMessage());
    var open = assertThrows(InputException.class, () -> plan("(ab", "regex=yes"));
    assertTrue(open.getMessage().contains("unclosed group at its end"), open::getMessage);
    assertEquals(List.of(), found("(ab"));
  }

  @Test
  void wantsAKeyword() throws Exception {
    write("a.txt", "x");
    var failure = assertThrows(InputException.class, () -> plan(""));
    assertEquals("keyword", failure.parameter().orElseThrow());
    var odd =
        assertThrows(InputException.class, () -> plan("\\Qab", "regex=yes", "whole-word=yes"));
    assertEquals("whole-word", odd.parameter().orElseThrow());
  }

  @Test
  void wantsAFolderWithAFile() throws Exception {
    Files.createDirectory(folder.resolve(".hidden"));
    var failure = assertThrows(InputException.class, () -> plan("x"));
    assertEquals("folder", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().contains("has no file to search"), failure::getMessage);
    assertTrue(failure.getMessage().contains("\".hidden\""), failure::getMessage);
  }

  @Test
  void keepsOnlyTheFirstLinesOfVeryManyButCountsAll() throws Exception {
    write("a.txt", "needle\n".repeat(20_000));
    var plan = plan("needle");
    var result = InProcess.run(plan, 1);
    assertEquals(20_000, result.lines());
    assertEquals(5_000, result.first().size());
    assertEquals(false, plan.inValues(result).get("matchesAreAll"));
    var shown = (Shown.Lines) plan.show(result).getFirst();
    assertEquals(1_000, shown.lines().size());
    assertEquals(20_000, shown.all());
    write("a.txt", "needle\n".repeat(19_999) + "Needle\n");
    assertFalse(plan.same(result, InProcess.run(plan("needle", "case=ignore"), 1)));
  }

  @Test
  void generatesTheSameTextsForTheSameSeed() throws Exception {
    var settings =
        Settings.of(workload.parameters(), Map.of("files", "3", "size", "200", "seed", "7"));
    var made = folder.resolve("made");
    var words = workload.generator().orElseThrow().generate(settings, made, InProcess.in(cache));
    assertEquals("3 texts of 200 KB with seed 7", words);
    var plan = workload.prepare(settings, InProcess.in(cache));
    assertEquals(words, plan.description());
    for (var name : List.of("text-1.txt", "text-2.txt", "text-3.txt")) {
      var bytes = Files.readAllBytes(made.resolve(name));
      assertEquals(200_000, bytes.length);
      assertEquals(-1, Utf8.firstInvalid(bytes, 0, bytes.length));
      var kept = cache.resolve("texts-3-kb-200-seed-7").resolve(name);
      assertEquals(-1, Files.mismatch(made.resolve(name), kept));
    }
    var lines = InProcess.run(plan, 1).lines();
    var expected = 0L;
    for (var name : List.of("text-1.txt", "text-2.txt", "text-3.txt")) {
      try (var all = Files.lines(made.resolve(name), UTF_8)) {
        expected += all.filter(line -> line.contains("needle")).count();
      }
    }
    assertTrue(lines > 0);
    assertEquals(expected, lines);
  }

  @Test
  void neverWritesOverAFolder() throws Exception {
    var settings = Settings.of(workload.parameters(), Map.of("files", "1", "size", "1"));
    var generator = workload.generator().orElseThrow();
    var failure =
        assertThrows(
            InputException.class, () -> generator.generate(settings, folder, InProcess.in(cache)));
    assertTrue(failure.getMessage().contains("already"), failure::getMessage);
  }

  @Test
  void leavesNothingWhenStoppedWhileGenerating() throws Exception {
    var settings = Settings.of(workload.parameters(), Map.of("files", "9", "size", "1000"));
    var to = folder.resolve("made");
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> workload.generator().orElseThrow().generate(settings, to, InProcess.in(cache)));
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }
}
