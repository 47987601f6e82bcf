package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.Bootstrap;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.MedianResampler;
import speedup.measure.RunTrace;
import speedup.measure.Sample;
import speedup.measure.Summary;
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
   * Analyses samples of one workload at one size, for the process pool.
   *
   * @param samples the baseline's and the parallel ones, of any worker counts
   * @param workers the worker count that the numbers are about; one of the samples'
   * @param breakdown of the median run at that count
   * @param physicalCores only counts up to this are fitted
   * @throws IllegalArgumentException when there is no baseline, no parallel sample at that count,
   *     or no core
   */
  public static Analysis of(
      List<Sample> samples, int workers, Breakdown breakdown, int physicalCores) {
    return of(
        samples,
        EngineKind.PROCESSES,
        workers,
        breakdown,
        List.of(),
        OptionalDouble.empty(),
        false,
        physicalCores);
  }

  /**
   * Analyses samples as {@link #of(List, int, Breakdown, int)} does, with a verdict that also knows
   * how the work was cut.
   *
   * @param engine whose samples are compared with the baseline's; those of others are left out
   * @param run the median run at that count
   * @throws IllegalArgumentException as there
   */
  public static Analysis of(
      List<Sample> samples, EngineKind engine, int workers, RunTrace run, int physicalCores) {
    return of(samples, engine, workers, run, OptionalDouble.empty(), physicalCores);
  }

  /**
   * Analyses samples as {@link #of(List, int, Breakdown, int)} does, with a verdict that also knows
   * how the work was cut and what else the machine did.
   *
   * @param engine whose samples are compared with the baseline's; those of others are left out
   * @param run the median run at that count
   * @param otherLoad the share of all processors' time that other programs used during that run, 0
   *     to 1; empty where it is not known
   * @throws IllegalArgumentException as there
   */
  public static Analysis of(
      List<Sample> samples,
      EngineKind engine,
      int workers,
      RunTrace run,
      OptionalDouble otherLoad,
      int physicalCores) {
    return of(
        samples, engine, workers, run.breakdown(), run.workers(), otherLoad, false, physicalCores);
  }

  /**
   * Analyses samples of a chain of processes, as {@link #of(List, int, Breakdown, int)} does.
   *
   * @param workers processes of all its stages
   * @param run the median run at that count
   * @param otherLoad as in {@link #of(List, EngineKind, int, RunTrace, OptionalDouble, int)}
   * @throws IllegalArgumentException as there
   */
  public static Analysis ofChain(
      List<Sample> samples,
      EngineKind engine,
      int workers,
      RunTrace run,
      OptionalDouble otherLoad,
      int physicalCores) {
    return of(
        samples, engine, workers, run.breakdown(), run.workers(), otherLoad, true, physicalCores);
  }

  /**
   * Analyses samples as {@link #of(List, int, Breakdown, int)} does, with a verdict that also knows
   * how the work was cut.
   *
   * @param engine whose samples are compared with the baseline's; those of others are left out
   * @param stats what the workers of the median run did
   * @throws IllegalArgumentException as there
   */
  public static Analysis of(
      List<Sample> samples,
      EngineKind engine,
      int workers,
      Breakdown breakdown,
      List<WorkerStats> stats,
      int physicalCores) {
    return of(
        samples, engine, workers, breakdown, stats, OptionalDouble.empty(), false, physicalCores);
  }

  private static Analysis of(
      List<Sample> all,
      EngineKind engine,
      int workers,
      Breakdown breakdown,
      List<WorkerStats> stats,
      OptionalDouble otherLoad,
      boolean chain,
      int physicalCores) {
    if (physicalCores < 1) {
      throw new IllegalArgumentException("a machine has at least 1 core: " + physicalCores);
    }
    var samples =
        all.stream()
            .filter(sample -> sample.engine() == EngineKind.SEQUENTIAL || sample.engine() == engine)
            .toList();
    var baseline = seconds(samples, EngineKind.SEQUENTIAL, 1);
    var pool = seconds(samples, engine, workers);
    var sequential = Summary.of(baseline);
    var parallel = Summary.of(pool);
    double speedup = sequential.median() / parallel.median();
    var serial = SerialFractions.of(samples, physicalCores);
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
            VerdictFacts.Chunks.of(stats),
            VerdictFacts.Disturbance.of(otherLoad, stats, sequential.median(), breakdown),
            chain);
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
