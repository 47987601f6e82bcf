package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawsTest {
  @Test
  void amdahlGivesTheTextbookValues() {
    assertEquals(4.0, Amdahl.speedup(0, 4));
    assertEquals(1.0, Amdahl.speedup(1, 4));
    assertEquals(2.5, Amdahl.speedup(0.2, 4), 1e-12);
    assertEquals(5.0, Amdahl.ceiling(0.2), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, Amdahl.ceiling(0));
  }

  @Test
  void gustafsonGivesTheTextbookValues() {
    assertEquals(64.0, Gustafson.speedup(0, 64));
    assertEquals(1.0, Gustafson.speedup(1, 64));
    assertEquals(51.4, Gustafson.speedup(0.2, 64), 1e-12);
  }

  @Test
  void karpFlattFindsTheFractionThatAmdahlWasGiven() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      double fraction = random.nextDouble();
      int workers = random.nextInt(2, 65);
      assertEquals(
          fraction, KarpFlatt.serialFraction(Amdahl.speedup(fraction, workers), workers), 1e-12);
    }
  }

  @Test
  void karpFlattLeavesZeroToOneForSpeedupsThatAmdahlDoesNotKnow() {
    assertEquals(-1.0 / 3, KarpFlatt.serialFraction(3, 2), 1e-12);
    assertEquals(3.0, KarpFlatt.serialFraction(0.5, 2), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesFractionsOutsideZeroToOne(double fraction) {
    assertThrows(IllegalArgumentException.class, () -> Amdahl.speedup(fraction, 2));
    assertThrows(IllegalArgumentException.class, () -> Amdahl.ceiling(fraction));
    assertThrows(IllegalArgumentException.class, () -> Gustafson.speedup(fraction, 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, -3, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesLessThanOneWorker(double workers) {
    assertThrows(IllegalArgumentException.class, () -> Amdahl.speedup(0.1, workers));
    assertThrows(IllegalArgumentException.class, () -> Gustafson.speedup(0.1, workers));
  }

  @Test
  void karpFlattRefusesOneWorkerAndSpeedupsThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> KarpFlatt.serialFraction(1, 1));
    assertThrows(IllegalArgumentException.class, () -> KarpFlatt.serialFraction(0, 2));
    assertThrows(IllegalArgumentException.class, () -> KarpFlatt.serialFraction(Double.NaN, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> KarpFlatt.serialFraction(Double.POSITIVE_INFINITY, 2));
  }
}
