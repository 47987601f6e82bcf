package speedup.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.experiment.EngineReport;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Interval;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.measure.TimedRuns;
import speedup.measure.TraceRecorder;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.SerialFraction;
import speedup.scaling.TimeModel;
import speedup.scaling.Verdict;

/** Reports to print and to show. */
public final class Reports {
  private static final Environment MACHINE =
      new Environment("Linux 6.1 amd64", "unknown", 2, 2, -1, "Temurin 25");

  private Reports() {}

  /** A comparison with all its parts. */
  public static RunReport comparison(RunRequest request) {
    return report(request, Optional.of(analysis(Optional.of(new Interval(1.82, 1.91)), 0.05)));
  }

  /** A comparison of few repeats: no intervals, and no serial part. */
  static RunReport withoutIntervals(RunRequest request) {
    return report(request, Optional.of(analysis(Optional.empty(), 0)));
  }

  /** A comparison whose serial fraction cannot be told. */
  static RunReport withoutSerialFraction(RunRequest request) {
    return report(request, Optional.of(analysis(Optional.empty(), Double.NaN)));
  }

  /** The baseline alone. */
  static RunReport baseline(RunRequest request) {
    return report(request, Optional.empty());
  }

  private static RunReport report(RunRequest request, Optional<Analysis> analysis) {
    var result = new LinkedHashMap<String, Object>();
    result.put("numbers", 1000);
    result.put("primes", 168);
    result.put("rejectedLines", 2);
    result.put("mean", Double.NaN);
    return new RunReport(
        request,
        Map.of("count", "1000"),
        MACHINE,
        "1,000 numbers \u2013 generated",
        List.of("2 lines were skipped"),
        1000,
        50,
        List.of(
            TimedRuns.of(new Sample(EngineKind.SEQUENTIAL, 1, 1, 3.2)),
            TimedRuns.of(new Sample(EngineKind.SEQUENTIAL, 1, 2, 3.4)),
            TimedRuns.of(new Sample(EngineKind.PROCESSES, 2, 1, 1.75))),
        "168 primes among 1,000 numbers",
        result,
        List.of(),
        analysis,
        new Breakdown(0, 0.1, 0.2, 0.05, 3, 0.1, 0.05),
        List.of(new WorkerStats(0, 4711, 10, 500, 1.5, Double.NaN, -1)),
        Double.POSITIVE_INFINITY,
        engines(analysis));
  }

  private static List<EngineReport> engines(Optional<Analysis> analysis) {
    var baseline =
        new EngineReport(
            EngineKind.SEQUENTIAL,
            1,
            List.of(
                new Sample(EngineKind.SEQUENTIAL, 1, 1, 3.2),
                new Sample(EngineKind.SEQUENTIAL, 1, 2, 3.4)),
            new TraceRecorder().finish(0, 3_200_000_000L, 3_200_000_000L, 1),
            Optional.empty());
    var parallel =
        new EngineReport(
            EngineKind.PROCESSES,
            2,
            List.of(new Sample(EngineKind.PROCESSES, 2, 1, 1.75)),
            new TraceRecorder().finish(0, 1_700_000_000L, 1_750_000_000L, 2),
            analysis);
    return List.of(baseline, parallel);
  }

  private static Analysis analysis(Optional<Interval> interval, double serial) {
    var known = !Double.isNaN(serial);
    return new Analysis(
        new Summary(2, 3.3, Optional.empty(), 3.2, 3.4),
        new Summary(1, 1.75, Optional.empty(), 1.75, 1.75),
        2,
        1.87,
        interval,
        0.935,
        OptionalDouble.of(0.0695),
        new SerialFraction(
            known ? OptionalDouble.of(serial) : OptionalDouble.empty(),
            interval.map(_ -> new Interval(0.03, 0.08)),
            interval.isPresent() ? Optional.empty() : Optional.of("too few repeats")),
        Optional.of(new TimeModel(3, 0.2, 0)),
        new Verdict(
            Verdict.Kind.LARGEST_LOSS,
            "Workers waited.",
            "Raise the chunk size.",
            Optional.of(Verdict.Part.IDLE_TAIL)));
  }
}
