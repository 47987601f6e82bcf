package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import speedup.measure.Bootstrap;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.MedianResampler;
import speedup.measure.TimedRun;

/**
 * How far a workload scales that grows with the workers (Gustafson).
 *
 * @param engine what is compared with the baseline
 * @param physicalCores of this machine; more workers are shown, but not fitted
 * @param baseline the sequential program at size 1, as a point of one worker
 * @param points the engine by workers, ascending, one worker included if it was measured
 * @param fit Gustafson's law, fitted to two or more workers
 */
public record WeakStudy(
    EngineKind engine,
    int physicalCores,
    Found<WeakPoint> baseline,
    List<WeakPoint> points,
    Found<GustafsonFit> fit) {
  /** Copies the list. */
  public WeakStudy {
    points = List.copyOf(points);
  }

  /**
   * Analyses a weak study.
   *
   * @param runs of one workload, those of p workers at size p, the baseline at size 1; runs of
   *     other engines are left out
   * @throws IllegalArgumentException for runs of another size than their workers, or no core
   */
  public static WeakStudy of(List<TimedRun> runs, EngineKind engine, int physicalCores) {
    ScalingStudy.checkCores(physicalCores, physicalCores);
    var groups = RunGroups.of(runs, engine);
    groups.engine().forEach((workers, group) -> checkSize(workers, group));
    groups.baseline().ifPresent(group -> checkSize(1, group));
    var points = new ArrayList<WeakPoint>();
    groups
        .engine()
        .forEach((workers, group) -> points.add(point(groups, group, workers, physicalCores)));
    return new WeakStudy(
        engine,
        physicalCores,
        groups
            .baseline()
            .map(group -> Found.of(point(groups, group, 1, physicalCores)))
            .orElseGet(() -> Found.missing(Words.say("study.noBaseline"))),
        points,
        fit(groups, physicalCores));
  }

  private static void checkSize(int size, RunGroup group) {
    if (group.runs().stream().anyMatch(run -> run.size() != size)) {
      throw new IllegalArgumentException(
          "in a weak study the problem is as many times as large as there are workers; found size"
              + " %d for %d".formatted(group.runs().getFirst().size(), size));
    }
  }

  private static WeakPoint point(RunGroups groups, RunGroup group, int workers, int cores) {
    Found<Estimate> scaled =
        groups
            .baseline()
            .map(baseline -> Found.of(times(RunGroups.ratio(baseline, group), workers)))
            .orElseGet(() -> Found.missing(Words.say("study.noBaseline")));
    var efficiency = scaled.value().map(estimate -> estimate.value() / workers);
    return new WeakPoint(
        workers,
        group.marked(),
        group.summary(),
        scaled,
        efficiency.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        group.median(),
        workers > 1 && workers <= cores);
  }

  private static Estimate times(Estimate ratio, int workers) {
    return new Estimate(
        workers * ratio.value(),
        ratio.interval().map(range -> new Interval(workers * range.low(), workers * range.high())));
  }

  private static Found<GustafsonFit> fit(RunGroups groups, int cores) {
    if (groups.baseline().isEmpty()) {
      return Found.missing(Words.say("study.noBaseline"));
    }
    if (cores < 2) {
      return Found.missing(Words.say("serial.oneCore"));
    }
    var fitted = new TreeMap<>(groups.engine().subMap(1, false, cores, true));
    if (fitted.isEmpty()) {
      return Found.missing(Words.say("serial.oneWorker", cores));
    }
    var one = groups.baseline().get().resampler();
    var workers = fitted.keySet().stream().mapToInt(Integer::intValue).toArray();
    var several = fitted.values().stream().map(RunGroup::resampler).toList();
    var medians = several.stream().mapToDouble(MedianResampler::median).toArray();
    double share = share(one.median(), workers, medians);
    int fewest = several.stream().mapToInt(MedianResampler::size).min().orElseThrow();
    if (Math.min(fewest, one.size()) < FittedLaw.MIN_REPEATS) {
      return without(share, fitted.lastKey(), Words.say("serial.repeats", FittedLaw.MIN_REPEATS));
    }
    if (!groups.baseline().get().scatters()
        && fitted.values().stream().noneMatch(RunGroup::scatters)) {
      return without(share, fitted.lastKey(), Words.say("study.noScatter"));
    }
    int pooled =
        one.size() + several.stream().mapToInt(MedianResampler::size).sum() - several.size();
    var range =
        Bootstrap.interval(
            pooled,
            random -> {
              double first = one.next(random);
              for (int i = 0; i < medians.length; i++) {
                medians[i] = several.get(i).next(random);
              }
              return share(first, workers, medians);
            });
    return Found.of(new GustafsonFit(new Estimate(share, Found.of(range)), fitted.lastKey()));
  }

  private static Found<GustafsonFit> without(double share, int most, String missing) {
    return Found.of(new GustafsonFit(new Estimate(share, Found.missing(missing)), most));
  }

  /**
   * Least squares of S = p - s'(p-1), relative errors counting alike, in the borders of a share.
   */
  private static double share(double one, int[] workers, double[] seconds) {
    double above = 0;
    double below = 0;
    for (int i = 0; i < workers.length; i++) {
      double speedup = workers[i] * one / seconds[i];
      double further = (workers[i] - 1) / speedup;
      above += further * (workers[i] - speedup) / speedup;
      below += further * further;
    }
    return Math.clamp(above / below, 0.0, 1.0);
  }
}
