package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonteCarloPiTest {
  private final MonteCarloPi workload = new MonteCarloPi();

  @Test
  void findsPiWithinFourStandardErrors() throws Exception {
    for (var seed : List.of("0", "1", "42", "9223372036854775807")) {
      var estimate = run("1000000", seed, 77_777);
      assertEquals(Math.PI, estimate.pi(), 4 * estimate.standardError());
      assertEquals(0.00164, estimate.standardError(), 0.00001);
    }
  }

  @Test
  void givesTheSameEstimateForTheSameSeedHoweverItIsCut() throws Exception {
    var whole = run("100000", "7", Long.MAX_VALUE / 2);
    for (var chunk : List.of(1, 13, 1_000, 99_999)) {
      assertEquals(whole, run("100000", "7", chunk));
    }
    assertNotEquals(whole, run("100000", "8", 1_000));
  }

  @Test
  void usesNoPointOfAnotherSeedAgain() {
    // the sequences of neighbouring seeds must not be the same one, shifted
    var first = new Darts(1);
    var second = new Darts(1 + SplitMix.GAMMA);
    assertNotEquals(first.bits(1), second.bits(0));
  }

  @Test
  void knowsWhichPointsAreInside() {
    assertTrue(Darts.isInside(0));
    assertFalse(Darts.isInside(-1));
    assertTrue(Darts.isInside(0xFFFF_FFFFL << 32));
  }

  @Test
  void saysItsResultInWordsAndValues() throws Exception {
    var plan = plan("1000", "42");
    var result = new MonteCarloPi.Estimate(1_000, 785);
    assertEquals(
        "pi is about 3.1400000, give or take 0.0519654: 785 of 1,000 points inside",
        plan.inWords(result));
    assertEquals(
        List.of("samples", "inside", "pi", "standardError", "error"),
        List.copyOf(plan.inValues(result).keySet()));
  }

  @Test
  void drawsTheFirstPoints() {
    var few = DartsPicture.of(new Darts(42), 300);
    assertEquals("300 points", few.title());
    assertTrue(Arrays.stream(few.rgb()).filter(pixel -> pixel != 0xFFFFFF).count() > 290);
    var many = DartsPicture.of(new Darts(42), 20_001);
    assertEquals("The first 20,000 points", many.title());
    assertArrayEquals(many.rgb(), DartsPicture.of(new Darts(42), 1_000_000_000).rgb());
    // bottom left is inside, top right is not: no drop of the other colour there
    var size = many.width();
    for (var i = 0; i < 50; i++) {
      for (var j = 0; j < 50; j++) {
        assertNotEquals(0xEA8A0B, many.rgb()[(size - 1 - i) * size + j]);
        assertNotEquals(0x2563EB, many.rgb()[i * size + size - 1 - j]);
      }
    }
  }

  private Prepared<Range, Long, MonteCarloPi.Estimate> plan(String samples, String seed)
      throws InputException {
    var settings = Map.of("samples", samples, "seed", seed);
    return workload.prepare(Settings.of(workload.parameters(), settings), null);
  }

  private MonteCarloPi.Estimate run(String samples, String seed, long chunk) throws Exception {
    return InProcess.run(plan(samples, seed), chunk);
  }
}
