package speedup.scaling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import speedup.measure.EngineKind;
import speedup.measure.MedianResampler;
import speedup.measure.Sample;

/**
 * The measured times that a fit is made of, grouped by worker count. The baseline stands for one
 * worker; pool runs on one worker are left out, as the speedup is not about them.
 */
final class FitPoints {
  private final int[] workers;
  private final double[][] seconds;
  private final double[] medians;
  private final double[] weights;

  private FitPoints(Map<Integer, double[]> groups) {
    workers = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
    seconds = groups.values().toArray(double[][]::new);
    medians = new double[workers.length];
    weights = new double[workers.length];
    for (int i = 0; i < workers.length; i++) {
      medians[i] = new MedianResampler(seconds[i]).median();
      weights[i] = seconds[i].length / (medians[i] * medians[i]);
    }
  }

  /** Takes the samples up to the physical cores. */
  static FitPoints of(List<Sample> samples, int physicalCores) {
    var groups =
        samples.stream()
            .filter(sample ->
                sample.engine() == EngineKind.SEQUENTIAL
                    || (sample.workers() > 1 && sample.workers() <= physicalCores))
            .collect(
                Collectors.groupingBy(
                    Sample::workers,
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        group -> group.stream().mapToDouble(Sample::seconds).toArray())));
    return new FitPoints(groups);
  }

  /** How many different worker counts there are. */
  int size() {
    return workers.length;
  }

  /** Whether there is a baseline. */
  boolean hasBaseline() {
    return workers.length > 0 && workers[0] == 1;
  }

  /** The largest worker count; 0 where there is none. */
  int mostWorkers() {
    return workers.length == 0 ? 0 : workers[workers.length - 1];
  }

  /** Whether repeats differ at all. */
  boolean scatters() {
    for (var group : seconds) {
      for (double measured : group) {
        if (measured != group[0]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Samples in the smallest group. */
  int fewestRepeats() {
    int fewest = Integer.MAX_VALUE;
    for (var group : seconds) {
      fewest = Math.min(fewest, group.length);
    }
    return fewest;
  }

  /** Samples that tell about the scatter, as one group would: one median is taken of each group. */
  int pooledRepeats() {
    int samples = 0;
    for (var group : seconds) {
      samples += group.length;
    }
    return samples - seconds.length + 1;
  }

  /** Median seconds of each group. */
  double[] medians() {
    return medians;
  }

  /** One for each group; for one thread. */
  MedianResampler[] resamplers() {
    var resamplers = new MedianResampler[seconds.length];
    for (int i = 0; i < resamplers.length; i++) {
      resamplers[i] = new MedianResampler(seconds[i]);
    }
    return resamplers;
  }

  /** Prepares the fit of T(p) = a/p + b, with the third column c(p-1) when general. */
  NonNegativeFit solver(boolean general) {
    var columns = new double[general ? 3 : 2][workers.length];
    for (int i = 0; i < workers.length; i++) {
      columns[0][i] = 1.0 / workers[i];
      columns[1][i] = 1;
      if (general) {
        columns[2][i] = workers[i] - 1;
      }
    }
    return new NonNegativeFit(columns, weights);
  }

  /**
   * Akaike's information criterion, corrected for few samples: smaller is better. The error counted
   * is relative to the median of each group.
   */
  double informationCriterion(TimeModel model, int coefficients) {
    double error = 0;
    int samples = 0;
    for (int i = 0; i < workers.length; i++) {
      double fitted = model.seconds(workers[i]);
      for (double measured : seconds[i]) {
        double relative = (measured - fitted) / medians[i];
        error += relative * relative;
      }
      samples += seconds[i].length;
    }
    // the scatter is estimated too
    int k = coefficients + 1;
    int spare = samples - k - 1;
    return spare < 1
        ? Double.POSITIVE_INFINITY
        : samples * Math.log(error / samples + EXACT) + 2.0 * k + 2.0 * k * (k + 1) / spare;
  }

  /** Squared relative error below which a fit is exact: no clock is better than a millionth. */
  private static final double EXACT = 1e-12;
}
