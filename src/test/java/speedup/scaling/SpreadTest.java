package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void takesTheWholeRangeOfFewRepeats() {
    assertEquals(0.2, Spread.relative(new double[] {2.0, 2.2, 1.8}, 2), 1e-12);
  }

  @Test
  void isNotMovedByOneOutlierAmongMany() {
    assertEquals(0, Spread.relative(new double[] {2, 2, 2, 2, 2, 2, 9}, 2), 1e-12);
  }

  @Test
  void takesTheQuartilesOfManyRepeats() {
    var seconds = new double[101];
    for (int i = 0; i <= 100; i++) {
      seconds[i] = 1 + i / 100.0;
    }

    assertEquals(0.5 / 1.5, Spread.relative(seconds, 1.5), 0.01);
  }

  @Test
  void isZeroForOneRepeat() {
    assertEquals(0, Spread.relative(new double[] {2}, 2));
  }
}
