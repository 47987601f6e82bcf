package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.measure.TimedRuns;

/** Made-up runs of studies. */
final class Studies {
  private Studies() {}

  /** Runs that did nothing but compute. */
  static List<TimedRun> runs(List<Sample> samples) {
    return samples.stream().map(TimedRuns::of).toList();
  }

  static ScalingStudy study(List<Sample> samples, int cores) {
    return ScalingStudy.of(runs(samples), EngineKind.PROCESSES, cores, cores);
  }

  /** One run of any kind. */
  static TimedRun run(
      EngineKind engine, int workers, int repeat, double seconds, long chunk, int size) {
    return new TimedRun(
        new Sample(engine, workers, repeat, seconds),
        chunk,
        size,
        new Breakdown(0, 0, 0, 0, seconds * workers, 0, 0),
        OptionalDouble.empty());
  }

  static TimedRun with(TimedRun run, Breakdown breakdown) {
    return new TimedRun(run.sample(), run.chunkItems(), run.size(), breakdown, run.otherLoad());
  }

  static TimedRun disturbed(TimedRun run, double otherLoad) {
    return new TimedRun(
        run.sample(), run.chunkItems(), run.size(), run.breakdown(), OptionalDouble.of(otherLoad));
  }
}
