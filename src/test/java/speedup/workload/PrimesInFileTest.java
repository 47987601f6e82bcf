package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimesInFileTest {
  private final PrimesInFile workload = new PrimesInFile();

  @TempDir Path folder;

  @Test
  void finds78498PrimesUpToAMillion() throws Exception {
    var file = folder.resolve("all.txt");
    Files.writeString(
        file,
        LongStream.rangeClosed(1, 1_000_000)
            .mapToObj(Long::toString)
            .collect(Collectors.joining("\n")));
    var prepared = InProcess.prepare(workload, Map.of("file", file.toString()), folder);
    assertEquals("1,000,000 numbers from all.txt", prepared.description());
    var values = InProcess.values(prepared, 10_000);
    assertEquals(Map.of("numbers", 1_000_000L, "primes", 78_498L, "rejectedLines", 0L), values);
    assertEquals(List.of("numbers", "primes", "rejectedLines"), List.copyOf(values.keySet()));
  }

  @Test
  void saysItsResultInWords() throws Exception {
    var file = Files.writeString(folder.resolve("few.txt"), "2\n4\nx\n");
    var plan =
        workload.prepare(
            Settings.of(workload.parameters(), Map.of("file", file.toString())),
            InProcess.in(folder));
    var result = InProcess.run(plan, 1);
    assertEquals(2, result.numbers());
    assertEquals(1, result.primes());
    assertEquals(1, result.rejectedLines());
    assertEquals("1 prime among 2 numbers", plan.inWords(result));
    assertEquals(1, plan.notes().size());
  }

  @Test
  void showsHowLongThePrimesAre() throws Exception {
    var file = Files.writeString(folder.resolve("few.txt"), "2\n7\n101\n1000\n-13\n9999991\n");
    var plan =
        workload.prepare(
            Settings.of(workload.parameters(), Map.of("file", file.toString())),
            InProcess.in(folder));
    var shown = plan.show(InProcess.run(plan, 2));
    var bars = assertInstanceOf(Shown.Bars.class, shown.getFirst()).bars();
    assertEquals(
        List.of(2.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
        bars.stream().map(Shown.Bars.Bar::value).toList());
    assertEquals("1 digit", bars.getFirst().label());
  }

  @Test
  void readsTheFileThatItGenerated() throws Exception {
    var settings = Map.of("count", "2000", "seed", "7", "max", "1000");
    var prepared = InProcess.prepare(workload, settings, folder);
    var lines = Files.readAllLines(folder.resolve("numbers-2000-seed-7-max-1000.txt"));
    var primes = lines.stream().mapToLong(Long::parseLong).filter(Primes::isPrime).count();
    assertEquals(primes, InProcess.values(prepared, 100).get("primes"));
    assertTrue(prepared.description().startsWith("2,000 numbers from 1 to 1,000"));
  }

  @Test
  void stopsAtABadLineWhenAsked() throws Exception {
    var file = Files.writeString(folder.resolve("bad.txt"), "1\nabc\n");
    var settings = Map.of("file", file.toString(), "bad-lines", "stop");
    var failure =
        assertThrows(InputException.class, () -> InProcess.prepare(workload, settings, folder));
    assertTrue(failure.getMessage().startsWith("line 2 \"abc\" of "));
  }

  @Test
  void refusesMoreNumbersThanFitIntoMemory() {
    var small = new PrimesInFile(new NumberFile.Limits(1_000, 100));
    var failure =
        assertThrows(
            InputException.class, () -> InProcess.prepare(small, Map.of("count", "101"), folder));
    assertEquals("count", failure.parameter().orElseThrow());
    assertEquals(
        "count: 101 numbers do not fit into memory; give at most 100", failure.getMessage());
  }

  @Test
  void choosesARoundLargestNumber() {
    var sizing = workload.sizing().orElseThrow();
    assertEquals(Set.of("file", "count", "max"), sizing.parameters());
    for (var seconds : List.of(0.005, 0.01, 0.02, 0.05)) {
      var sized = sizing.sizeFor(seconds, 3);
      assertEquals(Set.of("max"), sized.keySet());
      assertTrue(sized.get("max").matches("[125]0+"), sized::toString);
    }
  }
}
