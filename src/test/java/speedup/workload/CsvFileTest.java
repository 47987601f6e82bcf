package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final String MARK = "\uFEFF";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"n\n1\n2\n3\n", "n\r\n1\r\n2\r\n3", "n\r1\r2\r3\r", "1\n2\n3", "\n\nn\n1\n2\n3"})
  void readsEveryEndOfLineWithAndWithoutAByteOrderMark(String text) throws Exception {
    for (var mark : List.of("", MARK)) {
      var file = read(mark + text);
      assertEquals(List.of(1L, 2L, 3L), numbers(file, 1));
      assertEquals(List.of(1L, 2L, 3L), numbers(file, 3));
    }
  }

  @Test
  void cutsOnlyBetweenRowsHoweverLongAndQuotedTheyAre() throws Exception {
    var text = new StringBuilder("name,n\n");
    var expected = new ArrayList<Long>();
    for (var i = 0L; i < 2_345; i++) {
      text.append("\"row, ").append("é\"\"\r\n".repeat((int) (i % 7))).append("\",").append(i);
      text.append(i % 3 == 0 ? "\r\n" : "\n");
      expected.add(i);
    }
    var file = read(MARK + text, Map.of("column", "n"));
    assertEquals(2_345, file.rows());
    for (var chunk : List.of(1, 499, 500, 1_000, 2_344)) {
      assertEquals(expected, numbers(file, chunk));
    }
  }

  @Test
  void tellsTheLineOfACellBehindManyOthers() throws Exception {
    var text = "n\n" + "\"1\"\n".repeat(1_500) + "\"\n\n x\"\n5\ny\n";
    var file = read(text);
    assertEquals(List.of("line 1,502 \"x\"", "line 1,506 \"y\""), file.survey().firstRejected());
  }

  @Test
  void countsManyBadCellsAndKeepsTheFirst() throws Exception {
    var survey = read("1\n" + "bad\n".repeat(1_000)).survey();
    assertEquals(1_000, survey.rejected());
    assertEquals(5, survey.firstRejected().size());
    assertTrue(survey.notes().getFirst().endsWith(", …"));
  }

  @Test
  void takesInvalidUtf8AsABadCell() throws Exception {
    var file = folder.resolve("latin.csv");
    Files.write(file, "1\nné\n\u00b2\n3\n".getBytes(StandardCharsets.ISO_8859_1));
    var read = CsvFile.read(file, settings(Map.of()), InProcess.in(folder));
    assertEquals(2, read.survey().numbers());
    assertEquals(2, read.survey().rejected());
  }

  @Test
  void findsTheSeparator() throws Exception {
    assertEquals(',', separator("a,b;c,d"));
    assertEquals(';', separator("a;b,c;d"));
    assertEquals('\t', separator("\n\na\tb,c\td"));
    assertEquals('|', separator("a|b|c"));
    assertEquals(',', separator("\"a;b;\nc;d\",b"));
    assertEquals(',', separator("alone"));
  }

  private char separator(String beginning) throws Exception {
    var file = Files.writeString(folder.resolve("data.csv"), MARK + beginning + "\n1;2;3;4\n");
    return CsvHeader.read(file, settings(Map.of())).separator();
  }

  @Test
  void looksWhetherThereIsAHeader() throws Exception {
    assertEquals(1, read("year\n2024\n").rows());
    assertEquals(2, read("2023\n2024\n").rows());
    assertEquals(2, read("1.5\n2024\n").rows());
    assertEquals(1, read("2023\n2024\n", Map.of("header", "yes")).rows());
    assertEquals(2, read("year\n2024\n", Map.of("header", "no")).rows());
    assertEquals("\"year\"", read("year\n2024\n").title());
    assertEquals("column 1", read("2023\n2024\n").title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "missing!auto!column: there is no column \"missing\"; the first row has \"a\", \"b\","
            + " \"b\"",
        "b!auto!column: several columns are called \"b\"; give the number of one, from 1",
        "a!no!column: without a header there is no column \"a\"; give its number, from 1",
        "4!auto!column: there is no column 4; the first row has 3 columns",
        "0!auto!column: there is no column 0; the first row has 3 columns",
        "2!auto!column: no cell of it is a whole number (line 2 \"x\" is not one); choose another"
            + " column"
      },
      quoteCharacter = '`')
  void saysWhichColumnsThereAre(String column, String header, String message) {
    var failure =
        assertThrows(
            InputException.class,
            () -> read("a,b,b\n1,x,2\n", Map.of("column", column, "header", header)));
    assertEquals("column", failure.parameter().orElseThrow());
    assertEquals(message, failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'\\n \\n'!has only blank lines",
        "'head\\n'!has no row below its header",
        "'n\\n1\\n\"2\\n3\\n'!is not CSV",
        "'n\\n1\\n\"2\"x\\n'!is not CSV"
      })
  void refusesWhatIsNoCsvWithOneSentence(String text, String words) {
    var failure = assertThrows(InputException.class, () -> read(text.replace("\\n", "\n")));
    assertEquals("file", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
    assertTrue(failure.getMessage().contains("data.csv"), failure.getMessage());
  }

  @Test
  void refusesUtf16() throws Exception {
    var file =
        Files.write(
            folder.resolve("data.csv"), (MARK + "n\n1\n").getBytes(StandardCharsets.UTF_16LE));
    assertTrue(refused(file).contains("UTF-16; save it as UTF-8"));
  }

  @Test
  void refusesACellThatWouldFillTheMemory() throws Exception {
    var file = folder.resolve("data.csv");
    Files.writeString(file, "n\n1\n\"" + "x".repeat(3_000_000) + "\"\n");
    assertTrue(refused(file).contains("is not CSV"));
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    assertTrue(refused(folder).endsWith("is a folder; choose a CSV file in it"));
    assertTrue(refused(folder.resolve("gone.csv")).contains("does not exist"));
    var empty = Files.createFile(folder.resolve("empty.csv"));
    assertTrue(
        refused(empty).endsWith("is empty; choose a CSV file with a column of whole numbers"));
    var locked = Files.writeString(folder.resolve("locked.csv"), "1\n");
    Assumptions.assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked));
    assertTrue(refused(locked).contains("may not be read"));
  }

  @Test
  void stopsWhenInterrupted() throws IOException {
    var file = Files.writeString(folder.resolve("data.csv"), "12345\n".repeat(1_000_000));
    assertThrows(
        InterruptedException.class,
        () -> CsvFile.read(file, settings(Map.of()), new Interrupting(folder)));
  }

  private record Interrupting(Path cacheFolder) implements Preparation {
    @Override
    public void progress(double fraction, String detail) {
      Thread.currentThread().interrupt();
    }
  }

  private String refused(Path file) {
    return assertThrows(
            InputException.class,
            () -> CsvFile.read(file, settings(Map.of()), InProcess.in(folder)))
        .getMessage();
  }

  private CsvFile read(String text) throws Exception {
    return read(text, Map.of());
  }

  private CsvFile read(String text, Map<String, String> given) throws Exception {
    var file = Files.writeString(folder.resolve("data.csv"), text);
    return CsvFile.read(file, settings(given), InProcess.in(folder));
  }

  private static Settings settings(Map<String, String> given) throws InputException {
    return Settings.of(new FilterAggregate().parameters(), new HashMap<>(given));
  }

  private static List<Long> numbers(CsvFile file, long chunk) throws Exception {
    var numbers = new ArrayList<Long>();
    for (var from = 0L; from < file.rows(); from += chunk) {
      var slice = file.slice(from, Math.min(file.rows(), from + chunk));
      file.column().read(slice, cell -> numbers.add(cell.value()));
    }
    return numbers;
  }
}
