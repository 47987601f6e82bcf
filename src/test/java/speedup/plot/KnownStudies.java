package speedup.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.scaling.ScalingStudy;
import speedup.scaling.TimeModel;

/** Simulated runs around a law that is known. */
public final class KnownStudies {
  private KnownStudies() {}

  /** Runs of the baseline and the pool that scatter by a share around a model. */
  public static List<TimedRun> runs(TimeModel truth, double noise, int repeats, int... workers) {
    var random = new SplittableRandom(7);
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      for (int p : workers) {
        double seconds = truth.seconds(p) * (1 + noise * random.nextGaussian());
        var engine = p == 1 ? EngineKind.SEQUENTIAL : EngineKind.PROCESSES;
        runs.add(run(truth, new Sample(engine, p, repeat, seconds), 0.02));
      }
    }
    return runs;
  }

  /** A run whose workers wait for the serial part and hand over for what each of them costs. */
  private static TimedRun run(TimeModel truth, Sample sample, double otherLoad) {
    int p = sample.workers();
    double all = p * sample.seconds();
    double waiting = Math.min(0.6 * all, (p - 1) * truth.b());
    double serialise = Math.min(0.3 * all, p * (p - 1) * truth.c());
    return new TimedRun(
        sample,
        10,
        1,
        new Breakdown(0, 0, 0.7 * waiting, serialise, all - waiting - serialise, 0.3 * waiting, 0),
        OptionalDouble.of(otherLoad));
  }

  /** The same run, and other programs used the processors meanwhile. */
  public static TimedRun noisy(TimedRun run) {
    return new TimedRun(
        run.sample(), run.chunkItems(), run.size(), run.breakdown(), OptionalDouble.of(0.4));
  }

  /** A run at any chunk and size that did nothing but compute. */
  public static TimedRun run(
      EngineKind engine, int workers, int repeat, double seconds, long chunk, int size) {
    return new TimedRun(
        new Sample(engine, workers, repeat, seconds),
        chunk,
        size,
        new Breakdown(0, 0, 0, 0, seconds * workers, 0, 0),
        OptionalDouble.empty());
  }

  /** What is found in runs of the pool. */
  public static ScalingStudy study(List<TimedRun> runs, int physical, int logical) {
    return ScalingStudy.of(runs, EngineKind.PROCESSES, physical, logical);
  }
}
