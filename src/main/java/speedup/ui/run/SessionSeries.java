package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.scaling.TimeFit;
import speedup.scaling.TimeModel;
import speedup.ui.chart.SpeedupChart;

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
    var byWorkers = new TreeMap<Integer, List<Double>>();
    for (var sample : samples) {
      if (sample.engine() == EngineKind.PROCESSES) {
        byWorkers
            .computeIfAbsent(sample.workers(), _ -> new ArrayList<>())
            .add(sequential / sample.seconds());
      }
    }
    var groups = new ArrayList<SpeedupChart.Group>();
    byWorkers.forEach((workers, speedups) -> {
      var summary = Summary.of(speedups.stream().mapToDouble(Double::doubleValue).toArray());
      groups.add(new SpeedupChart.Group(workers, speedups, summary.median(), summary.interval()));
    });
    Optional<TimeModel> model = TimeFit.of(samples, physicalCores).map(TimeFit::amdahl);
    var ceiling =
        model.isPresent() && model.get().serialFraction() > 0
            ? OptionalDouble.of(1 / model.get().serialFraction())
            : OptionalDouble.empty();
    return new SpeedupChart.Data(
        groups, model, physicalCores, ceiling, physicalCores, logicalCores);
  }

  private static double[] seconds(List<Sample> samples, EngineKind engine) {
    return samples.stream()
        .filter(sample -> sample.engine() == engine)
        .mapToDouble(Sample::seconds)
        .toArray();
  }
}
