package speedup.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.Summary;

/**
 * Several engines against the same baseline.
 *
 * @param engines the baseline first, then as they ran
 * @param finding one sentence that the times bear out; empty with fewer than two engines beside the
 *     baseline
 */
public record Comparison(List<Timed> engines, Optional<String> finding) {
  /** Times that differ by less than this share count as equal, however little repeats differ. */
  static final double EQUAL = 0.08;

  /** Threads that wait for the lock less than this share of the time hardly need it. */
  static final double LITTLE = 0.1;

  /** Times that differ by more than this share never count as equal. */
  static final double MOST_EQUAL = 0.25;

  /**
   * One engine.
   *
   * @param workers that took part
   * @param times of its runs, seconds
   * @param spread how much they differ, as a share of the median
   * @param speedup median time of the baseline by its median time
   */
  public record Timed(
      EngineKind engine, int workers, Summary times, double spread, double speedup) {
    /** Speedup by workers. */
    public double efficiency() {
      return speedup / workers;
    }

    private String name() {
      return Words.say("compare.name." + engine.id());
    }
  }

  /** Copies the list. */
  public Comparison {
    engines = List.copyOf(engines);
  }

  /**
   * Compares what was measured.
   *
   * @param samples of one request: each engine has one number of workers
   * @param breakdowns of the median run of each engine; shows whether threads waited for a lock
   * @throws IllegalArgumentException without a baseline
   */
  public static Comparison of(List<Sample> samples, Map<EngineKind, Breakdown> breakdowns) {
    var order = samples.stream().map(Sample::engine).distinct().toList();
    if (!order.contains(EngineKind.SEQUENTIAL)) {
      throw new IllegalArgumentException("no sample of the baseline");
    }
    var baseline = median(samples, EngineKind.SEQUENTIAL);
    var engines = new ArrayList<Timed>();
    for (var engine : order) {
      var seconds = seconds(samples, engine);
      var times = Summary.of(seconds);
      var workers =
          samples.stream()
              .filter(sample -> sample.engine() == engine)
              .mapToInt(Sample::workers)
              .findFirst()
              .orElseThrow();
      engines.add(
          new Timed(
              engine,
              workers,
              times,
              Spread.relative(seconds, times.median()),
              baseline / times.median()));
    }
    var waited =
        Optional.ofNullable(breakdowns.get(EngineKind.THREADS_ONE_LOCK))
            .map(parts -> parts.waiting() / parts.total())
            .orElse(Double.NaN);
    return new Comparison(engines, finding(engines, waited));
  }

  /** What was measured of an engine, if it took part. */
  public Optional<Timed> of(EngineKind engine) {
    return of(engine, engines);
  }

  private static Optional<Timed> of(EngineKind engine, List<Timed> all) {
    return all.stream().filter(timed -> timed.engine() == engine).findFirst();
  }

  private static Optional<String> finding(List<Timed> all, double waited) {
    var ranked =
        all.stream()
            .filter(timed -> timed.engine() != EngineKind.SEQUENTIAL)
            .sorted(Comparator.comparingDouble(Timed::speedup).reversed())
            .toList();
    if (ranked.size() < 2) {
      return Optional.empty();
    }
    var numbers =
        String.join(
            ", ",
            ranked.stream()
                .map(timed -> Words.say("compare.engine", timed.name(), timed.speedup()))
                .toList());
    return Optional.of(
        Words.say(
            "compare.sentence",
            numbers,
            ranked.getFirst().workers(),
            reason(ranked, tolerance(all), waited)));
  }

  private static String reason(List<Timed> ranked, double equal, double waited) {
    var best = ranked.getFirst();
    if (best.speedup() <= 1 + equal) {
      return Words.say(best.speedup() < 1 - equal ? "compare.slower" : "compare.none");
    }
    var lock = of(EngineKind.THREADS_ONE_LOCK, ranked);
    if (lock.isPresent() && !Double.isNaN(waited)) {
      // what the lock does shows against the same threads without it, where they ran
      var free = of(EngineKind.THREADS, ranked).orElse(best == lock.get() ? ranked.get(1) : best);
      return lock(lock.get(), free, equal, waited);
    }
    var last = ranked.getLast();
    return last.speedup() >= best.speedup() * (1 - equal)
        ? Words.say("compare.equal")
        : Words.say(
            "compare.faster", best.name(), last.name(), best.speedup() / last.speedup() - 1);
  }

  /** The time that threads waited for the lock is a surer sign than two times that scatter. */
  private static String lock(Timed lock, Timed free, double equal, double waited) {
    if (waited < LITTLE) {
      return Words.say("compare.lock.free");
    }
    if (lock.speedup() <= 1 + equal) {
      return Words.say("compare.lock.blocks", waited);
    }
    var lost = 1 - lock.speedup() / free.speedup();
    return lost > equal
        ? Words.say("compare.lock.partly", free.name(), waited, lost)
        : Words.say("compare.lock.waits", waited);
  }

  /** Noise is no difference; where there is nothing but noise, a large one still is. */
  private static double tolerance(List<Timed> all) {
    var spread = all.stream().mapToDouble(Timed::spread).max().orElse(0);
    return Math.clamp(spread, EQUAL, MOST_EQUAL);
  }

  private static double median(List<Sample> samples, EngineKind engine) {
    return Summary.of(seconds(samples, engine)).median();
  }

  private static double[] seconds(List<Sample> samples, EngineKind engine) {
    return samples.stream()
        .filter(sample -> sample.engine() == engine)
        .mapToDouble(Sample::seconds)
        .toArray();
  }
}
