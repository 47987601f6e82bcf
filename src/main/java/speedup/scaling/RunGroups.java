package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedup.measure.Bootstrap;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.MedianResampler;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * The runs of a study by worker count.
 *
 * @param baseline the sequential program; empty where it was not run
 * @param engine the runs of the engine, by workers
 */
record RunGroups(Optional<RunGroup> baseline, TreeMap<Integer, RunGroup> engine) {
  static RunGroups of(List<TimedRun> runs, EngineKind engine) {
    var baseline =
        runs.stream().filter(run -> run.sample().engine() == EngineKind.SEQUENTIAL).toList();
    return new RunGroups(
        baseline.isEmpty() ? Optional.empty() : Optional.of(new RunGroup(baseline)),
        runs.stream()
            .filter(run -> run.sample().engine() == engine)
            .collect(
                Collectors.groupingBy(
                    run -> run.sample().workers(),
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), RunGroup::new))));
  }

  List<Sample> samples() {
    return Stream.concat(baseline.stream(), engine.values().stream())
        .flatMap(group -> group.runs().stream())
        .map(TimedRun::sample)
        .toList();
  }

  /** The samples as they would be if all computed as fast as the baseline. */
  Found<List<Sample>> samplesAtEqualSpeed() {
    if (baseline.isEmpty()) {
      return Found.missing(Words.say("study.noBaseline"));
    }
    if (engine.values().stream().anyMatch(group -> group.engine() == EngineKind.PYTHON)) {
      return Found.missing(Words.say("study.otherLanguage"));
    }
    double computing = baseline.get().median(run -> run.breakdown().compute());
    var runs =
        Stream.concat(baseline.stream(), engine.values().stream())
            .flatMap(group -> group.runs().stream())
            .toList();
    return runs.stream().allMatch(run -> run.breakdown().compute() > 0)
        ? Found.of(runs.stream().map(run -> atEqualSpeed(run, computing)).toList())
        : Found.missing(Words.say("study.noBreakdown"));
  }

  private static Sample atEqualSpeed(TimedRun run, double computing) {
    var sample = run.sample();
    double longer = run.breakdown().compute() - computing;
    return new Sample(
        sample.engine(),
        sample.workers(),
        sample.repeat(),
        sample.seconds() - longer / sample.workers());
  }

  Found<ScalingPoint> baselinePoint() {
    return baseline
        .map(group -> Found.of(point(group, 1, true)))
        .orElseGet(() -> Found.missing(Words.say("study.noBaseline")));
  }

  Found<ScalingPoint> poolOnOneWorker() {
    return engine.containsKey(1)
        ? Found.of(point(engine.get(1), 1, false))
        : Found.missing(Words.say("study.noPoolOnOne"));
  }

  /** The engine on several workers. */
  List<ScalingPoint> points(int physicalCores) {
    return engine.tailMap(1, false).entrySet().stream()
        .map(entry -> point(entry.getValue(), entry.getKey(), entry.getKey() <= physicalCores))
        .toList();
  }

  private ScalingPoint point(RunGroup group, int workers, boolean fitted) {
    var speedup = speedup(group);
    var value = speedup.value().map(Estimate::value);
    return new ScalingPoint(
        group.engine(),
        workers,
        group.marked(),
        group.summary(),
        speedup,
        optional(value.map(s -> s / workers)),
        workers > 1
            ? optional(value.map(s -> KarpFlatt.serialFraction(s, workers)))
            : OptionalDouble.empty(),
        overheadShare(group),
        group.median(),
        fitted);
  }

  private Found<Estimate> speedup(RunGroup group) {
    if (baseline.isEmpty()) {
      return Found.missing(Words.say("study.noBaseline"));
    }
    return Found.of(ratio(baseline.get(), group));
  }

  /** The median of the first by the median of the second. */
  static Estimate ratio(RunGroup first, RunGroup second) {
    var above = first.resampler();
    var below = second.resampler();
    double value = above.median() / below.median();
    if (first == second) {
      return new Estimate(value, Found.missing(Words.say("study.baselineItself")));
    }
    if (Math.min(above.size(), below.size()) < Summary.MIN_FOR_INTERVAL) {
      return new Estimate(
          value, Found.missing(Words.say("serial.repeats", Summary.MIN_FOR_INTERVAL)));
    }
    return new Estimate(
        value,
        first.scatters() || second.scatters()
            ? Found.of(interval(above, below))
            : Found.missing(Words.say("study.noScatter")));
  }

  private static Interval interval(MedianResampler above, MedianResampler below) {
    return Bootstrap.interval(
        above.size() + below.size() - 1, random -> above.next(random) / below.next(random));
  }

  private OptionalDouble overheadShare(RunGroup group) {
    return baseline.isEmpty()
        ? OptionalDouble.empty()
        : group.overheadShare(baseline.get().median(run -> run.breakdown().compute()));
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
