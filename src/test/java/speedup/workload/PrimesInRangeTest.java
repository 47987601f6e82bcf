package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimesInRangeTest {
  private final PrimesInRange workload = new PrimesInRange();

  @TempDir Path folder;

  @Test
  void findsTheLessonsPrimesInOrder() throws Exception {
    var lesson = workload.presets().getFirst();
    var prepared = InProcess.prepare(workload, lesson.settings(), folder);
    assertEquals("the numbers from 1,000,000 to 1,000,499, 500 in all", prepared.description());
    var expected =
        LongStream.range(1_000_000, 1_000_500)
            .filter(number -> BigInteger.valueOf(number).isProbablePrime(50))
            .boxed()
            .toList();
    var values = InProcess.values(prepared, lesson.chunk().orElseThrow());
    assertEquals(expected, values.get("primes"));
    assertEquals(expected.size(), values.get("count"));
    assertEquals(1_000_003L, values.get("first"));
    assertEquals(expected.getLast(), values.get("last"));
    assertFalse(values.containsKey("truncated"));
  }

  @Test
  void endsBeforeTheUpperLimit() throws Exception {
    assertEquals(List.of(2L, 3L, 5L), values("0", "7").get("primes"));
    assertEquals(List.of(2L, 3L, 5L, 7L), values("0", "8").get("primes"));
  }

  @Test
  void saysWhenThereAreNone() throws Exception {
    assertEquals(Map.of("count", 0, "primes", List.of()), values("24", "29"));
  }

  @Test
  void listsTheFirstTenThousandOfMany() throws Exception {
    var values = values("0", "200000");
    assertEquals(17_984, values.get("count"));
    assertEquals(10_000, ((List<?>) values.get("primes")).size());
    assertEquals(199_999L, values.get("last"));
    assertEquals(true, values.get("truncated"));
  }

  @Test
  void refusesRangesThatAreEmptyOrTooLong() {
    for (var settings :
        List.of(
            Map.of("from", "10", "to", "10"),
            Map.of("from", "10", "to", "9"),
            Map.of("to", "500"),
            Map.of("from", "0", "to", "100000001"))) {
      var failure =
          assertThrows(InputException.class, () -> InProcess.prepare(workload, settings, folder));
      assertEquals("to", failure.parameter().orElseThrow());
      assertTrue(failure.getMessage().startsWith("to: "));
    }
  }

  @Test
  void comparesThePrimesAndNotTheArrays() {
    assertEquals(new PrimeList(new long[] {2, 3}), new PrimeList(new long[] {2, 3}));
    assertFalse(new PrimeList(new long[] {2, 3}).equals(new PrimeList(new long[] {2, 5})));
  }

  private Map<String, Object> values(String from, String to) throws Exception {
    var prepared = InProcess.prepare(workload, Map.of("from", from, "to", to), folder);
    return InProcess.values(prepared, 1_000);
  }
}
