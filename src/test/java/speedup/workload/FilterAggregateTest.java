package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterAggregateTest {
  private final FilterAggregate workload = new FilterAggregate();

  @TempDir Path folder;

  @Test
  void sumsTheEvenNumbersOfTheGeneratedFile() throws Exception {
    var plan = prepare(Map.of("count", "20000", "seed", "3"));
    var numbers = LongStream.range(0, 20_000).map(i -> SplitMix.number(3, i, 100)).boxed().toList();
    var even = numbers.stream().filter(number -> number % 2 == 0).toList();
    for (var chunk : List.of(1L, 499L, 500L, 501L, 10_000L, 20_000L)) {
      var result = InProcess.run(plan, chunk);
      assertEquals(20_000, result.numbers());
      assertEquals(even.size(), result.kept());
      assertEquals(even.stream().mapToLong(Long::longValue).sum(), result.sum().longValueExact());
    }
    assertEquals(
        "20,000 numbers from 1 to 100 with seed 3, generated into numbers-20000-seed-3-max-100.csv",
        plan.description());
    assertEquals(List.of(), plan.notes());
  }

  @Test
  void hasOtherNumbersForAnotherSeed() throws Exception {
    var first = InProcess.run(prepare(Map.of("count", "1000", "seed", "1")), 100);
    var second = InProcess.run(prepare(Map.of("count", "1000", "seed", "2")), 100);
    assertNotEquals(first, second);
  }

  @Test
  void makesTheFileAgainWhenSomebodyChangedIt() throws Exception {
    var settings = Map.of("count", "100", "seed", "1");
    var expected = InProcess.run(prepare(settings), 10);
    var file = folder.resolve("numbers-100-seed-1-max-100.csv");
    var original = Files.readString(file);
    for (var changed :
        List.of("", "number\n", "x", original + "2\n", "number\n" + "2\n".repeat(100))) {
      Files.writeString(file, changed);
      assertEquals(expected, InProcess.run(prepare(settings), 10));
      assertEquals(original, Files.readString(file));
    }
  }

  @Test
  void readsAFileOfAnybodyByColumnName() throws Exception {
    var file =
        write(
            """
            id;"amount; net";note
            1;10;"two
            lines"
            2;"12";"a \""quote\"\""
            3;1.5;x
            4;;blank
            5
            6;-3;x
            7; 8 ;x
            8;abc;x
            """);
    var plan = prepare(Map.of("file", file, "column", "amount; net"));
    assertEquals("8 rows in \"amount; net\" of data.csv", plan.description());
    assertEquals(
        List.of(
            "3 cells are no whole numbers and were skipped: line 5 \"1.5\", line 7 (no cell),"
                + " line 10 \"abc\""),
        plan.notes());
    for (var chunk : List.of(1, 3, 8)) {
      var values = InProcess.values(plan, chunk);
      assertEquals(8L, values.get("rows"));
      assertEquals(4L, values.get("numbers"));
      assertEquals(3L, values.get("even"));
      assertEquals(BigInteger.valueOf(30), values.get("sum"));
      assertEquals(1L, values.get("blankCells"));
      assertEquals(3L, values.get("rejectedCells"));
    }
    assertEquals("3 of 4 numbers are even, their sum is 30", words(plan));
  }

  @Test
  void stopsAtABadCellWhenAsked() throws Exception {
    var file = write("n\n2\n2,5\n");
    var failure = refused(Map.of("file", file, "bad-cells", "stop", "separator", "semicolon"));
    assertTrue(failure.getMessage().startsWith("line 3 \"2,5\" of "), failure.getMessage());
    assertTrue(failure.getMessage().endsWith("or set bad-cells to skip"), failure.getMessage());
  }

  @Test
  void addsUpFarBeyond64Bits() throws Exception {
    var large = Long.MAX_VALUE - 1;
    var file = write((large + "\n").repeat(5) + Long.MIN_VALUE + "\n99999999999999999999\n");
    var plan = prepare(Map.of("file", file));
    var sum = BigInteger.valueOf(large).multiply(BigInteger.valueOf(5));
    for (var chunk : List.of(1, 2, 7)) {
      var result = InProcess.run(plan, chunk);
      assertEquals(sum.add(BigInteger.valueOf(Long.MIN_VALUE)), result.sum());
      assertEquals(6, result.kept());
      assertEquals(1, result.rejected());
    }
  }

  @Test
  void showsHowTheNumbersAreSpread() throws Exception {
    var plan = prepare(Map.of("count", "5000"));
    var shown = plan.show(InProcess.run(plan, 100));
    var bars = assertInstanceOf(Shown.Bars.class, shown.get(0)).bars();
    assertEquals(20, bars.size());
    assertEquals(5_000, bars.stream().mapToDouble(Shown.Bars.Bar::value).sum());
    var table = assertInstanceOf(Shown.Table.class, shown.get(1));
    assertEquals(List.of("Rows", "5,000"), table.rows().getFirst());
  }

  @Test
  void failsWhenTheFileWasChangedSinceItWasLookedAt() throws Exception {
    var file = write("n\n2\n4\n");
    var plan = prepare(Map.of("file", file));
    Files.writeString(Path.of(file), "n\n2\n4\n6\n");
    var failure = assertThrows(IOException.class, () -> InProcess.run(plan, 1));
    assertTrue(failure.getMessage().contains("was changed meanwhile"), failure.getMessage());
  }

  @Test
  void generatesAFileThatItReadsToTheSameResult() throws Exception {
    var settings = Map.of("count", "3000", "seed", "5", "max", "1000");
    var to = folder.resolve("made").resolve("sample.csv");
    var generator = workload.generator().orElseThrow();
    var words =
        generator.generate(Settings.of(workload.parameters(), settings), to, InProcess.in(folder));
    assertEquals("3,000 numbers from 1 to 1,000 with seed 5, in the column \"number\"", words);
    var given = new HashMap<>(settings);
    given.put("file", to.toString());
    given.put("column", "number");
    assertEquals(InProcess.run(prepare(settings), 100), InProcess.run(prepare(given), 100));
  }

  private static <A, R, T> String words(Prepared<A, R, T> plan) throws Exception {
    return plan.inWords(InProcess.run(plan, 2));
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text).toString();
  }

  private Prepared<CsvSlice, EvenNumbers, EvenNumbers> prepare(Map<String, String> settings)
      throws Exception {
    return workload.prepare(Settings.of(workload.parameters(), settings), InProcess.in(folder));
  }

  private InputException refused(Map<String, String> settings) {
    return assertThrows(InputException.class, () -> prepare(settings));
  }
}
