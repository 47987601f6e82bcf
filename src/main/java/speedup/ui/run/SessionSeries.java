package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.plot.SpeedupChart;
import speedup.scaling.TimeFit;
import speedup.scaling.TimeModel;

/** Turns the samples of a session into the data of the speedup chart. */
final class SessionSeries {
  private SessionSeries() {}

  /** Speedups by worker count against the median baseline, with the fit through all of them. */
  static SpeedupChart.Data of(List<Sample> samples, int physicalCores, int logicalCores) {
    var baseline = seconds(samples, EngineKind.SEQUENTIAL);
    if (baseline.length == 0) {
      return new SpeedupChart.Data(
          List.of(), Optional.empty(), 1, OptionalDouble.empty(), physicalCores, logicalCores);
    }
    var sequential = Summary.of(baseline).median();
    var groups = new ArrayList<SpeedupChart.Group>();
    var engines =
        samples.stream()
            .map(Sample::engine)
            .filter(engine -> engine != EngineKind.SEQUENTIAL)
            .distinct()
            .sorted()
            .toList();
    engines.forEach(engine -> groups.addAll(groups(engine, samples, sequential)));
    // the law is about one engine: the pool, or what was run instead
    Optional<TimeModel> model =
        engines.stream()
            .findFirst()
            .flatMap(engine -> TimeFit.of(of(engine, samples), physicalCores))
            .map(TimeFit::amdahl);
    var ceiling =
        model.isPresent() && model.get().serialFraction() > 0
            ? OptionalDouble.of(1 / model.get().serialFraction())
            : OptionalDouble.empty();
    return new SpeedupChart.Data(
        groups, model, physicalCores, ceiling, physicalCores, logicalCores);
  }

  private static List<Sample> of(EngineKind engine, List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.engine() == EngineKind.SEQUENTIAL || sample.engine() == engine)
        .toList();
  }

  private static List<SpeedupChart.Group> groups(
      EngineKind engine, List<Sample> samples, double sequential) {
    var byWorkers = new TreeMap<Integer, List<Double>>();
    for (var sample : samples) {
      if (sample.engine() == engine) {
        byWorkers
            .computeIfAbsent(sample.workers(), _ -> new ArrayList<>())
            .add(sequential / sample.seconds());
      }
    }
    var groups = new ArrayList<SpeedupChart.Group>();
    byWorkers.forEach((workers, speedups) -> {
      var summary = Summary.of(speedups.stream().mapToDouble(Double::doubleValue).toArray());
      groups.add(
          new SpeedupChart.Group(engine, workers, speedups, summary.median(), summary.interval()));
    });
    return groups;
  }

  private static double[] seconds(List<Sample> samples, EngineKind engine) {
    return samples.stream()
        .filter(sample -> sample.engine() == engine)
        .mapToDouble(Sample::seconds)
        .toArray();
  }
}
