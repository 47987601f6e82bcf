package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NonNegativeFitTest {
  @RepeatedTest(100)
  void findsTheCoefficientsThatMadeTheValues(RepetitionInfo repetition) {
    var random = new SplittableRandom(repetition.getCurrentRepetition());
    double[][] columns = columns(8);
    var weights = random.doubles(8, 0.1, 100).toArray();
    double[] truth = {
      random.nextDouble(10), random.nextDouble(), random.nextBoolean() ? 0 : random.nextDouble()
    };
    var result = new double[3];

    new NonNegativeFit(columns, weights).solve(values(columns, truth), result);

    assertArrayEquals(truth, result, 1e-8);
  }

  @RepeatedTest(100)
  void leavesNoSmallerErrorNearby(RepetitionInfo repetition) {
    var random = new SplittableRandom(repetition.getCurrentRepetition());
    double[][] columns = columns(6);
    var weights = random.doubles(6, 0.1, 10).toArray();
    var values = random.doubles(6, 0.1, 5).toArray();
    var best = new double[3];
    new NonNegativeFit(columns, weights).solve(values, best);
    double smallest = error(columns, weights, values, best);

    for (int trial = 0; trial < 300; trial++) {
      var other = best.clone();
      for (int j = 0; j < 3; j++) {
        other[j] = Math.max(0, other[j] + 0.1 * random.nextGaussian());
      }
      assertTrue(error(columns, weights, values, other) >= smallest - 1e-9);
    }
    for (double coefficient : best) {
      assertTrue(coefficient >= 0);
    }
  }

  @Test
  void givesNothingToAColumnThatWouldNeedANegativeCoefficient() {
    // twice the workers, a third of the time: more than a serial part of 0 explains
    var result = new double[2];
    double[][] columns = {{1, 0.5}, {1, 1}};

    new NonNegativeFit(columns, new double[] {1, 1}).solve(new double[] {3, 1}, result);

    assertEquals(0, result[1]);
    assertEquals(3.5 / 1.25, result[0], 1e-12);
  }

  @Test
  void leavesOutSubsetsOfColumnsThatDependOnEachOther() {
    var result = new double[3];
    double[][] columns = {{1, 0.5}, {1, 1}, {0, 1}};

    new NonNegativeFit(columns, new double[] {1, 1}).solve(new double[] {4, 2.5}, result);

    assertEquals(4, result[0] + result[1], 1e-12);
    assertEquals(2.5, result[0] / 2 + result[1] + result[2], 1e-12);
  }

  private static double[][] columns(int rows) {
    var columns = new double[3][rows];
    for (int i = 0; i < rows; i++) {
      columns[0][i] = 1.0 / (i + 1);
      columns[1][i] = 1;
      columns[2][i] = i;
    }
    return columns;
  }

  private static double[] values(double[][] columns, double[] coefficients) {
    var values = new double[columns[0].length];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < coefficients.length; j++) {
        values[i] += coefficients[j] * columns[j][i];
      }
    }
    return values;
  }

  private static double error(
      double[][] columns, double[] weights, double[] values, double[] coefficients) {
    var fitted = values(columns, coefficients);
    double error = 0;
    for (int i = 0; i < values.length; i++) {
      error += weights[i] * (values[i] - fitted[i]) * (values[i] - fitted[i]);
    }
    return error;
  }
}
