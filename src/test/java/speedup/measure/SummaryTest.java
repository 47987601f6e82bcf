package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  @Test
  void takesTheMiddleOfAnOddNumberAndTheMeanOfTheTwoMiddleOnesOfAnEvenNumber() {
    assertEquals(2.0, Summary.of(new double[] {9, 1, 2}).median());
    assertEquals(2.5, Summary.of(new double[] {9, 3, 1, 2}).median());
  }

  @Test
  void tellsCountSmallestAndLargest() {
    var summary = Summary.of(new double[] {3, 1, 2});

    assertEquals(3, summary.n());
    assertEquals(1.0, summary.min());
    assertEquals(3.0, summary.max());
  }

  @Test
  void leavesTheGivenArrayAsItWas() {
    double[] values = {5, 4, 3, 2, 1, 9};

    Summary.of(values);

    assertArrayEquals(new double[] {5, 4, 3, 2, 1, 9}, values);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void givesNoIntervalBelowFiveMeasurements(int n) {
    assertTrue(Summary.of(new SplittableRandom(1).doubles(n).toArray()).interval().isEmpty());
  }

  @Test
  void givesAnIntervalAroundTheMedianFromFiveMeasurementsOn() {
    var summary = Summary.of(new double[] {1.0, 1.1, 1.2, 1.3, 1.4});

    var interval = summary.interval().orElseThrow();
    assertTrue(interval.low() < summary.median() && summary.median() < interval.high());
    assertTrue(interval.low() >= summary.min() && interval.high() <= summary.max());
  }

  @Test
  void givesTheSameSummaryForTheSameMeasurementsInAnotherOrder() {
    assertEquals(
        Summary.of(new double[] {1, 2, 3, 4, 5, 6}), Summary.of(new double[] {6, 4, 2, 5, 3, 1}));
  }

  @Test
  void closesTheIntervalWhenAllMeasurementsAreEqual() {
    assertEquals(
        new Interval(2, 2), Summary.of(new double[] {2, 2, 2, 2, 2}).interval().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 15, 16, 40})
  void coversTheTrueMedianAboutNineteenTimesInTwenty(int n) {
    var random = new SplittableRandom(7);
    int covered = 0;
    for (int experiment = 0; experiment < 400; experiment++) {
      var values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = 1 + 0.03 * random.nextGaussian();
      }
      var interval = Summary.of(values).interval().orElseThrow();
      covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
    }

    assertTrue(covered >= 0.92 * 400, covered + " of 400");
  }

  @Test
  void refusesNothingAndWhatIsNotFinite() {
    assertThrows(IllegalArgumentException.class, () -> Summary.of(new double[0]));
    assertThrows(IllegalArgumentException.class, () -> Summary.of(new double[] {1, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Summary.of(new double[] {Double.POSITIVE_INFINITY, 1}));
  }
}
