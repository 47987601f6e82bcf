package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {
  private final Vectors workload = new Vectors();

  @TempDir Path folder;

  @Test
  void givesTheSameBitsForEveryCutWhetherVectorsAreSentOrMade() throws Exception {
    var sequential = values("generate", 1_000_000);
    for (var chunk : List.of(1, 7, 500, 1_234)) {
      assertEquals(sequential, values("generate", chunk));
      assertEquals(sequential, values("send", chunk));
    }
  }

  private Map<String, Object> values(String data, long chunk) throws Exception {
    var settings = Map.of("vectors", "1300", "dimension", "17", "seed", "5", "data", data);
    return InProcess.values(InProcess.prepare(workload, settings, folder), chunk);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void makesEveryVectorOneLong(int dimension) {
    var space = new VectorSpace(9, dimension);
    var before = space.vectors(0, 50);
    var part = space.divide(0, before.clone());
    for (var start = 0; start < before.length; start += dimension) {
      var length = length(before, start, dimension);
      assertEquals(1, length(part.units(), start, dimension), 1e-12);
      assertTrue(part.shortest() <= length && length <= part.longest());
      for (var i = start; i < start + dimension; i++) {
        assertEquals(before[i] / length, part.units()[i]);
      }
    }
  }

  private static double length(double[] coordinates, int start, int dimension) {
    var sum = 0.0;
    for (var i = start; i < start + dimension; i++) {
      sum += coordinates[i] * coordinates[i];
    }
    return Math.sqrt(sum);
  }

  @Test
  void leavesAVectorWithoutDirectionAsItIs() {
    var part = new VectorSpace(1, 2).divide(0, new double[] {0, 0, 3, 4});
    assertArrayEquals(new double[] {0, 0, 0.6, 0.8}, part.units());
    assertEquals(0, part.shortest());
    assertEquals(5, part.longest());
  }

  @Test
  void makesOtherVectorsForAnotherSeed() throws Exception {
    var checksums =
        List.of("1", "2").stream().map(seed -> checksum(Map.of("seed", seed))).distinct().toList();
    assertEquals(2, checksums.size());
  }

  private Object checksum(Map<String, String> seed) {
    try {
      return InProcess.values(InProcess.prepare(workload, seed, folder), 5_000).get("checksum");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noticesOneBitAndAnExchange() {
    var space = new VectorSpace(1, 2);
    var units = space.divide(0, space.vectors(0, 10)).units();
    var checksum = space.checksum(0, units);
    var bit = units.clone();
    bit[7] = Math.nextUp(bit[7]);
    assertNotEquals(checksum, space.checksum(0, bit));
    var exchanged = units.clone();
    exchanged[2] = units[3];
    exchanged[3] = units[2];
    assertNotEquals(checksum, space.checksum(0, exchanged));
  }

  @Test
  void carriesNoVectorsThatAWorkerCanMake() throws Exception {
    var plan = InProcess.prepare(workload, Map.of("vectors", "1000"), folder);
    var stage = plan.stages().getFirst();
    assertEquals(new Range(100, 900), stage.slice(100, 900));
    var part = resultOf(stage, 100, 900);
    assertEquals(0, part.units().length);
    assertEquals(500, resultOf(stage, 0, 900).units().length);
  }

  private static <A, R> VectorPart resultOf(Stage<A, R> stage, long from, long to)
      throws Exception {
    return assertInstanceOf(VectorPart.class, stage.task().run(stage.slice(from, to)));
  }

  @Test
  void doesNotChangeWhatIsSent() throws Exception {
    var settings = Map.of("vectors", "10", "dimension", "3", "data", "send");
    var stage = InProcess.prepare(workload, settings, folder).stages().getFirst();
    var first = resultOf(stage, 0, 10).units();
    assertArrayEquals(first, resultOf(stage, 0, 10).units());
  }

  @Test
  void countsEveryVectorInTheHistogram() throws Exception {
    var settings = Map.of("vectors", "3000", "dimension", "50");
    var plan = workload.prepare(Settings.of(workload.parameters(), settings), InProcess.in(folder));
    var shown = show(plan);
    var bars = assertInstanceOf(Shown.Bars.class, shown.get(0)).bars();
    assertEquals(20, bars.size());
    assertEquals(3_000, bars.stream().mapToDouble(Shown.Bars.Bar::value).sum());
    assertEquals("3.050 to 3.153", bars.getFirst().label());
    var table = assertInstanceOf(Shown.Table.class, shown.get(1));
    assertEquals(5, table.rows().size());
    assertEquals("1.000000", table.rows().get(4).get(1));
  }

  private static <A, R, T> List<Shown> show(Prepared<A, R, T> plan) throws Exception {
    return plan.show(InProcess.run(plan, 100));
  }

  @Test
  void refusesToSendMoreThanFits() {
    var failure =
        assertThrows(
            InputException.class,
            () -> InProcess.prepare(workload, Map.of("vectors", "40001", "data", "send"), folder));
    assertEquals("vectors", failure.parameter().orElseThrow());
    assertEquals(
        "vectors: 40,001 vectors of 100 do not fit into memory; give at most 40,000, or let the"
            + " workers make them (data=generate)",
        failure.getMessage());
  }
}
