package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundNumbersTest {
  @Test
  void areTheNearestByRatio() {
    assertEquals(1_000, RoundNumbers.coarse(1_400));
    assertEquals(2_000, RoundNumbers.coarse(1_500));
    assertEquals(5_000, RoundNumbers.coarse(6_900));
    assertEquals(10_000, RoundNumbers.coarse(7_200));
    assertEquals(1_500, RoundNumbers.fine(1_400));
    assertEquals(10_000, RoundNumbers.fine(9_500));
  }

  @Test
  void areNeverFarFromTheValue() {
    for (var value = 10.0; value < 1e15; value *= 1.013) {
      assertTrue(Math.abs(Math.log(RoundNumbers.coarse(value) / value)) < Math.log(1.59));
      assertTrue(Math.abs(Math.log(RoundNumbers.fine(value) / value)) < Math.log(1.16));
    }
  }

  @Test
  void areAtLeastOne() {
    assertEquals(1, RoundNumbers.fine(0));
    assertEquals(1, RoundNumbers.coarse(-5));
    assertEquals(1, RoundNumbers.fine(Double.NaN));
  }
}
