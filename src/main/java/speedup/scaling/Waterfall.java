package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.measure.TimedRun;
import speedup.scaling.Verdict.Part;

/**
 * From the ideal speedup down to the measured one, loss by loss, exactly adding up.
 *
 * <p>The parts of a breakdown add up to the time of all workers: p T(p) = sum of parts. The parts
 * of the baseline add up to T(1), the time that is needed anyway. So the time lost is
 *
 * <pre>
 * p T(p) - T(1) = sum over the parts of (part - the same part of the baseline)
 * </pre>
 *
 * and divided by T(p), with the speedup S = T(1) / T(p):
 *
 * <pre>
 * p - S = sum over the parts of (part - the same part of the baseline) / T(p)
 * </pre>
 *
 * Each loss is thereby the number of workers, on average, that did that instead of useful work, and
 * the speedup the number that did useful work. No order has to be chosen. What computing took
 * longer than in the baseline is split further: at most p - physical cores workers shared cores; at
 * most as many as other programs left no processor for were displaced by them; the rest is the
 * machine, which is memory, cache and clock frequency, and this program itself: where the workers
 * have all cores, what the parent does to feed them and the drawing of the window take time from
 * them. Computing that took less time than in the baseline is a gain, a loss below 0.
 *
 * @param workers p, the ideal speedup
 * @param speedup S, measured
 * @param steps every loss in the order of a run, each beginning where the one before ended; those
 *     of 0 included
 */
public record Waterfall(int workers, double speedup, List<Step> steps) {
  /** What a loss is due to. */
  public enum Cause {
    START(Part.START),
    WARM_UP(Part.WARM_UP),
    WAITING(Part.WAITING),
    SERIALISE(Part.SERIALISE),
    /** More workers than physical cores: computing took longer, as they shared them. */
    SHARED_CORES(Part.COMPUTE),
    /** Other programs had the processors meanwhile. */
    OTHER_PROGRAMS(Part.COMPUTE),
    /**
     * Computing took longer on several workers than on one: memory, cache, clock frequency, and
     * this program's own work beside them.
     */
    SLOWER_COMPUTING(Part.COMPUTE),
    IDLE_TAIL(Part.IDLE_TAIL),
    MERGE(Part.MERGE),
    /** A breakdown that does not add up to the time of all workers; 0 for the program's own. */
    UNEXPLAINED(null);

    private final Part part;

    Cause(Part part) {
      this.part = part;
    }

    /** The part of the breakdown that shows it. */
    public Optional<Part> evidence() {
      return Optional.ofNullable(part);
    }

    /** A short name for a chart. */
    public String label() {
      return Words.say("waterfall." + name());
    }
  }

  /**
   * One loss.
   *
   * @param before speedup above it
   * @param loss speedup lost; below 0 for a gain
   */
  public record Step(Cause cause, double before, double loss) {
    /** Speedup below it. */
    public double after() {
      return before - loss;
    }
  }

  /** Copies the list. */
  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * Takes a run apart.
   *
   * @param baseline the median sequential run
   * @param run the median run of the engine
   * @throws IllegalArgumentException for runs of different sizes, or no core
   */
  public static Waterfall of(TimedRun baseline, TimedRun run, int physicalCores, int logicalCores) {
    ScalingStudy.checkCores(physicalCores, logicalCores);
    if (baseline.size() != run.size()) {
      throw new IllegalArgumentException(
          "a run of size %d cannot be held against a baseline of size %d"
              .formatted(run.size(), baseline.size()));
    }
    int p = run.sample().workers();
    double seconds = run.sample().seconds();
    var needed = baseline.breakdown();
    var spent = run.breakdown();
    double slower = (spent.compute() - needed.compute()) / seconds;
    double shared = Math.clamp(slower, 0, Math.max(0, p - physicalCores));
    double displaced =
        Math.clamp(
            slower - shared,
            0,
            displaced(Math.min(p, logicalCores), run.otherLoad().orElse(0), logicalCores));
    var steps = new Steps(p);
    steps.add(Cause.START, (spent.start() - needed.start()) / seconds);
    steps.add(Cause.WARM_UP, (spent.warmUp() - needed.warmUp()) / seconds);
    steps.add(Cause.WAITING, (spent.waiting() - needed.waiting()) / seconds);
    steps.add(Cause.SERIALISE, (spent.serialise() - needed.serialise()) / seconds);
    steps.add(Cause.SHARED_CORES, shared);
    steps.add(Cause.OTHER_PROGRAMS, displaced);
    steps.add(Cause.SLOWER_COMPUTING, slower - shared - displaced);
    steps.add(Cause.IDLE_TAIL, (spent.idleTail() - needed.idleTail()) / seconds);
    steps.add(Cause.MERGE, (spent.merge() - needed.merge()) / seconds);
    double speedup = baseline.sample().seconds() / seconds;
    steps.add(Cause.UNEXPLAINED, steps.level - speedup);
    return new Waterfall(p, speedup, steps.all);
  }

  /** Takes the median run of a point apart; missing without a baseline. */
  public static Found<Waterfall> of(ScalingStudy study, ScalingPoint point) {
    return study
        .baseline()
        .map(baseline ->
            of(
                baseline.medianRun(),
                point.medianRun(),
                study.physicalCores(),
                study.logicalCores()));
  }

  /** The loss to one cause. */
  public double loss(Cause cause) {
    return steps.stream().filter(step -> step.cause == cause).mapToDouble(Step::loss).sum();
  }

  /** The largest loss; empty where nothing is lost. */
  public Optional<Step> largest() {
    return steps.stream().filter(step -> step.loss > 0).reduce((a, b) -> b.loss > a.loss ? b : a);
  }

  /** How many workers other programs left no processor for. */
  static double displaced(int workers, double otherLoad, int logicalCores) {
    return Math.max(0, workers - logicalCores * (1 - otherLoad));
  }

  /** Puts each step under the one before. */
  private static final class Steps {
    final List<Step> all = new ArrayList<>();
    double level;

    Steps(double ideal) {
      level = ideal;
    }

    void add(Cause cause, double loss) {
      var step = new Step(cause, level, loss);
      all.add(step);
      level = step.after();
    }
  }
}
