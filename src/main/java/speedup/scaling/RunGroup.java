package speedup.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.MedianResampler;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * Repeats of the same run.
 *
 * @param runs at least one, in the order in which they ran
 */
record RunGroup(List<TimedRun> runs) {
  /** Deviations that many times the usual one are outliers. */
  private static final double FAR = 3.5;

  /** The quartile of the normal distribution: makes a median deviation a standard deviation. */
  private static final double QUARTILE = 0.6745;

  /** Repeats this close to the median are no outliers, however close the others are. */
  private static final double NEAR = 0.01;

  RunGroup {
    runs = List.copyOf(runs);
  }

  EngineKind engine() {
    return runs.getFirst().sample().engine();
  }

  double[] seconds() {
    return runs.stream().mapToDouble(run -> run.sample().seconds()).toArray();
  }

  Summary summary() {
    return Summary.of(seconds());
  }

  MedianResampler resampler() {
    return new MedianResampler(seconds());
  }

  /** Whether repeats differ at all, as measured times always do. */
  boolean scatters() {
    return Arrays.stream(seconds()).distinct().count() > 1;
  }

  /** The run whose time is the median, or of the two in the middle the faster. */
  TimedRun median() {
    return runs.stream()
        .sorted(Comparator.comparingDouble(run -> run.sample().seconds()))
        .toList()
        .get((runs.size() - 1) / 2);
  }

  /** The median of a figure of the runs. */
  double median(ToDoubleFunction<TimedRun> figure) {
    return medianOf(runs.stream().mapToDouble(figure).toArray());
  }

  /** The share of the workers' time that is not useful computing, the median over the runs. */
  OptionalDouble overheadShare(double useful) {
    return share(times -> times.total() - Math.min(times.compute(), useful));
  }

  /** The share of the workers' time that a part took, the median over the runs. */
  OptionalDouble share(ToDoubleFunction<Breakdown> part) {
    return runs.stream().allMatch(run -> run.breakdown().total() > 0)
        ? OptionalDouble.of(
            median(run -> part.applyAsDouble(run.breakdown()) / run.breakdown().total()))
        : OptionalDouble.empty();
  }

  /**
   * Marks outliers by the modified z-score: more than 3.5 median absolute deviations, scaled, from
   * the median. B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC 1993. With
   * fewer than {@link Spread#MIN_FOR_QUARTILES} repeats none is marked.
   */
  List<MarkedRun> marked() {
    var seconds = seconds();
    double median = medianOf(seconds);
    var deviations = new double[seconds.length];
    for (int i = 0; i < seconds.length; i++) {
      deviations[i] = Math.abs(seconds[i] - median);
    }
    double far = Math.max(FAR * medianOf(deviations) / QUARTILE, NEAR * median);
    var marked = new ArrayList<MarkedRun>();
    for (int i = 0; i < seconds.length; i++) {
      boolean outlier = seconds.length >= Spread.MIN_FOR_QUARTILES && deviations[i] > far;
      marked.add(new MarkedRun(runs.get(i), outlier));
    }
    return List.copyOf(marked);
  }

  private static double medianOf(double[] values) {
    return Median.withDefaults().withCopy(true).evaluate(values);
  }
}
