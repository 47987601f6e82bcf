package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import speedup.measure.Breakdown;
import speedup.measure.Environment;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/** Studies to print and to show, with a tenth of serial work, measured by nobody. */
public final class SweepReports {
  private static final Environment MACHINE =
      new Environment("Linux 6.1 amd64", "unknown", 8, 4, -1, "Temurin 25");
  private static final double SERIAL = 0.1;

  private SweepReports() {}

  /** A request for the pool. */
  public static SweepRequest request(
      List<Integer> workers, List<Integer> chunks, List<Integer> sizes, boolean weak, int repeats) {
    var run =
        new RunRequest(
            "primes-file",
            Map.of(),
            RunRequest.COMPARE,
            1,
            OptionalInt.empty(),
            repeats,
            RunRequest.Start.WARM);
    return new SweepRequest(run, workers, chunks, sizes, weak, 42);
  }

  /** All runs of a request, around what is known, in the order of its plan. */
  public static List<TimedRun> runs(SweepRequest request) {
    var random = new SplittableRandom(11);
    var runs = new ArrayList<TimedRun>();
    for (var planned : ExperimentPlan.of(request).runs()) {
      int p = planned.workers();
      long chunk = planned.chunk().orElse(100);
      double work = 2 * planned.size() * ((1 - SERIAL) / p + SERIAL);
      double cut = p == 1 ? 0 : 1_000.0 / chunk * 1e-3 + chunk * 1e-4;
      double seconds = (work + cut) * (1 + 0.01 * random.nextGaussian());
      double all = p * seconds;
      double useful = Math.min(all, 2.0 * planned.size());
      runs.add(
          new TimedRun(
              new Sample(planned.engine(), p, planned.repeat(), seconds),
              chunk,
              planned.size(),
              new Breakdown(0, 0, 0.7 * (all - useful), 0, useful, 0.3 * (all - useful), 0),
              OptionalDouble.of(0.02)));
    }
    return runs;
  }

  /** What such a study reports. */
  public static SweepReport of(SweepRequest request) {
    return of(request, runs(request), List.of("2 lines were skipped"));
  }

  /** The same where other programs were busy during every run. */
  public static SweepReport disturbed(SweepRequest request) {
    var runs =
        runs(request).stream()
            .map(run ->
                new TimedRun(
                    run.sample(),
                    run.chunkItems(),
                    run.size(),
                    run.breakdown(),
                    OptionalDouble.of(0.4)))
            .toList();
    return of(request, runs, OtherLoad.note(runs));
  }

  private static SweepReport of(SweepRequest request, List<TimedRun> runs, List<String> notes) {
    return new SweepReport(
        request,
        Map.of("count", "1000"),
        MACHINE,
        "1,000 numbers – generated",
        notes,
        1_000,
        runs,
        50,
        "168 primes among 1,000 numbers",
        Map.of("primes", 168));
  }
}
