package speedup.scaling;

import java.util.Arrays;

/**
 * Weighted least squares with coefficients that are not negative. The best solution is the plain
 * one on some subset of the columns, so with at most three columns all seven subsets are tried; the
 * matrices depend on the columns only and are made once. Solving does not allocate; for use by one
 * thread.
 */
final class NonNegativeFit {
  /** A pivot below this, of columns scaled to length 1, means columns that depend on each other. */
  private static final double SINGULAR = 1e-12;

  private final double[][] weighted;
  private final int[][] subsets;
  private final double[][][] inverses;
  private final double[] right;
  private final double[] trial;

  /**
   * Prepares a fit.
   *
   * @param columns the value of each coefficient's column in each row, at most three columns
   * @param weights of each row, above 0
   */
  NonNegativeFit(double[][] columns, double[] weights) {
    int width = columns.length;
    weighted = new double[width][weights.length];
    for (int j = 0; j < width; j++) {
      for (int row = 0; row < weights.length; row++) {
        weighted[j][row] = columns[j][row] * weights[row];
      }
    }
    int count = (1 << width) - 1;
    subsets = new int[count][];
    inverses = new double[count][][];
    for (int mask = 1; mask <= count; mask++) {
      subsets[mask - 1] = members(mask);
      inverses[mask - 1] = inverse(columns, subsets[mask - 1]);
    }
    right = new double[width];
    trial = new double[width];
  }

  /**
   * Finds the coefficients.
   *
   * @param values the measured value of each row
   * @param result takes the coefficients
   */
  void solve(double[] values, double[] result) {
    for (int j = 0; j < right.length; j++) {
      right[j] = 0;
      for (int row = 0; row < values.length; row++) {
        right[j] += weighted[j][row] * values[row];
      }
    }
    Arrays.fill(result, 0);
    // how much of the sum of squares is explained: the largest leaves the smallest error
    double best = 0;
    for (int s = 0; s < subsets.length; s++) {
      double explained = inverses[s] == null ? -1 : explained(subsets[s], inverses[s]);
      if (explained > best) {
        best = explained;
        Arrays.fill(result, 0);
        for (int i = 0; i < subsets[s].length; i++) {
          result[subsets[s][i]] = trial[i];
        }
      }
    }
  }

  /** Solves for one subset into trial; -1 when a coefficient is negative. */
  private double explained(int[] subset, double[][] inverse) {
    double explained = 0;
    for (int i = 0; i < subset.length; i++) {
      double coefficient = 0;
      for (int j = 0; j < subset.length; j++) {
        coefficient += inverse[i][j] * right[subset[j]];
      }
      if (coefficient < 0) {
        return -1;
      }
      trial[i] = coefficient;
      explained += coefficient * right[subset[i]];
    }
    return explained;
  }

  private static int[] members(int mask) {
    var members = new int[Integer.bitCount(mask)];
    int next = 0;
    for (int j = 0; mask >>> j != 0; j++) {
      if ((mask >>> j & 1) == 1) {
        members[next++] = j;
      }
    }
    return members;
  }

  /** Inverse of the normal matrix of some columns; null where they depend on each other. */
  private double[][] inverse(double[][] columns, int[] subset) {
    int n = subset.length;
    var normal = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int row = 0; row < weighted[0].length; row++) {
          normal[i][j] += weighted[subset[i]][row] * columns[subset[j]][row];
        }
      }
    }
    var scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = Math.sqrt(normal[i][i]);
      if (!(scale[i] > 0)) {
        return null;
      }
    }
    var work = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        work[i][j] = normal[i][j] / (scale[i] * scale[j]);
      }
      work[i][n + i] = 1;
    }
    // Gauss-Jordan; a positive definite matrix needs no exchange of rows
    for (int pivot = 0; pivot < n; pivot++) {
      double diagonal = work[pivot][pivot];
      if (diagonal < SINGULAR) {
        return null;
      }
      for (int j = 0; j < 2 * n; j++) {
        work[pivot][j] /= diagonal;
      }
      for (int i = 0; i < n; i++) {
        double factor = work[i][pivot];
        for (int j = 0; i != pivot && j < 2 * n; j++) {
          work[i][j] -= factor * work[pivot][j];
        }
      }
    }
    var inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] = work[i][n + j] / (scale[i] * scale[j]);
      }
    }
    return inverse;
  }
}
