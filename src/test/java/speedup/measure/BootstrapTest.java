package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
  @ParameterizedTest
  @CsvSource({"5, 0.0010", "7, 0.0041", "10, 0.0086", "15, 0.0132", "30, 0.0189"})
  void leavesOutLessAtTheEndsTheFewerRepeatsThereAre(int repeats, double tail) {
    assertEquals(tail, Bootstrap.tail(repeats), 0.0002);
  }

  @Test
  void leavesOutTwoAndAHalfPercentOfManyRepeats() {
    assertEquals(0.025, Bootstrap.tail(1_000_000), 0.0001);
  }

  @Test
  void takesTheMiddleOfTheEstimates() {
    var interval = Bootstrap.interval(1_000_000, SplittableRandom::nextDouble);

    assertEquals(0.025, interval.low(), 0.01);
    assertEquals(0.975, interval.high(), 0.01);
  }

  @Test
  void drawsTheSameEveryTime() {
    assertEquals(
        Bootstrap.interval(10, SplittableRandom::nextDouble),
        Bootstrap.interval(10, SplittableRandom::nextDouble));
  }

  @Test
  void refusesASingleRepeat() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Bootstrap.interval(1, SplittableRandom::nextDouble));

    assertTrue(thrown.getMessage().contains("at least 2"));
  }
}
