package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.Bootstrap;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.MedianResampler;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;

/**
 * What the samples of a comparison say.
 *
 * @param sequential times of the baseline, seconds
 * @param parallel times of the parallel runs at {@code workers}, seconds
 * @param workers worker processes, or threads, of the parallel runs
 * @param speedup median sequential time by median parallel time
 * @param speedupInterval bootstrap interval of the speedup; empty with few repeats
 * @param efficiency speedup by workers
 * @param karpFlatt the experimentally determined serial fraction; empty for one worker
 * @param serialFraction the fitted serial fraction
 * @param model the fitted times behind it; empty where there is no fit
 * @param verdict the reason for what was measured, and what would change it
 */
public record Analysis(
    Summary sequential,
    Summary parallel,
    int workers,
    double speedup,
    Optional<Interval> speedupInterval,
    double efficiency,
    OptionalDouble karpFlatt,
    SerialFraction serialFraction,
    Optional<TimeModel> model,
    Verdict verdict) {

  /**
   * The run that stands for the others: the one in the middle.
   *
   * @param workers worker processes, or threads; of a chain the processes of all its stages
   * @param breakdown where its time went
   * @param stats what its workers did; empty where it is not known
   * @param otherLoad the share of all processors' time that other programs used meanwhile, 0 to 1;
   *     empty where it is not known
   * @param chain whether its processes are the stages of a chain
   */
  public record MedianRun(
      int workers,
      Breakdown breakdown,
      List<WorkerStats> stats,
      OptionalDouble otherLoad,
      boolean chain) {
    /** Copies the list. */
    public MedianRun {
      stats = List.copyOf(stats);
    }
  }

  /**
   * Analyses runs of one workload at one size.
   *
   * @param all the baseline's and those of any engines and worker counts
   * @param engine what is compared with the baseline; other engines are left out
   * @param median the run at the worker count that the numbers are about
   * @param physicalCores only counts up to this are fitted
   * @throws IllegalArgumentException when there is no baseline, no run at that count, or no core
   */
  public static Analysis of(
      List<TimedRun> all, EngineKind engine, MedianRun median, int physicalCores) {
    if (physicalCores < 1) {
      throw new IllegalArgumentException("a machine has at least 1 core: " + physicalCores);
    }
    int workers = median.workers();
    var breakdown = median.breakdown();
    var samples =
        all.stream()
            .map(TimedRun::sample)
            .filter(sample -> sample.engine() == EngineKind.SEQUENTIAL || sample.engine() == engine)
            .toList();
    var baseline = seconds(samples, EngineKind.SEQUENTIAL, 1);
    var pool = seconds(samples, engine, workers);
    var sequential = Summary.of(baseline);
    var parallel = Summary.of(pool);
    double speedup = sequential.median() / parallel.median();
    var serial = SerialFractions.of(all, engine, physicalCores);
    var facts =
        new VerdictFacts(
            engine,
            sequential.median(),
            speedup,
            Math.max(
                Spread.relative(baseline, sequential.median()),
                Spread.relative(pool, parallel.median())),
            workers,
            physicalCores,
            breakdown,
            serial.value(),
            VerdictFacts.Chunks.of(median.stats()),
            VerdictFacts.Disturbance.of(
                median.otherLoad(), median.stats(), sequential.median(), breakdown),
            median.chain());
    return new Analysis(
        sequential,
        parallel,
        workers,
        speedup,
        speedupInterval(baseline, pool),
        speedup / workers,
        workers > 1
            ? OptionalDouble.of(KarpFlatt.serialFraction(speedup, workers))
            : OptionalDouble.empty(),
        serial,
        TimeFit.of(samples, physicalCores).map(TimeFit::preferred),
        VerdictRules.of(facts));
  }

  private static double[] seconds(List<Sample> samples, EngineKind engine, int workers) {
    var seconds =
        samples.stream()
            .filter(sample -> sample.engine() == engine && sample.workers() == workers)
            .mapToDouble(Sample::seconds)
            .toArray();
    if (seconds.length == 0) {
      throw new IllegalArgumentException(
          "no sample of %s on %d workers".formatted(engine.id(), workers));
    }
    return seconds;
  }

  private static Optional<Interval> speedupInterval(double[] baseline, double[] pool) {
    if (Math.min(baseline.length, pool.length) < Summary.MIN_FOR_INTERVAL) {
      return Optional.empty();
    }
    var above = new MedianResampler(baseline);
    var below = new MedianResampler(pool);
    return Optional.of(
        Bootstrap.interval(
            baseline.length + pool.length - 1, random -> above.next(random) / below.next(random)));
  }
}
