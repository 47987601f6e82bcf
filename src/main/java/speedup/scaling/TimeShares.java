package speedup.scaling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import speedup.measure.Breakdown;

/**
 * What share of the workers' time went where, 0 to 1, the median over repeats of the same run;
 * empty where that is not known of every one of them.
 */
public final class TimeShares {
  /** A part of the workers' time. */
  public enum Part {
    /** Everything but computing. */
    NOT_COMPUTING(times -> times.total() - times.compute()),
    /** Reading arguments and writing results. */
    SERIALISE(Breakdown::serialise),
    /** With nothing to do while others had work left. */
    WAITING(Breakdown::waiting),
    /** Finished, while another was still busy with the last chunks. */
    IDLE_TAIL(Breakdown::idleTail);

    private final ToDoubleFunction<Breakdown> seconds;

    Part(ToDoubleFunction<Breakdown> seconds) {
      this.seconds = seconds;
    }
  }

  private TimeShares() {}

  /** The share of a part. */
  public static OptionalDouble of(Part part, List<MarkedRun> runs) {
    return group(runs).share(part.seconds);
  }

  /**
   * The share that is not the work of the baseline.
   *
   * @param baseline runs of the baseline
   * @param times how many times the baseline's work was done
   */
  public static OptionalDouble overhead(List<MarkedRun> runs, List<MarkedRun> baseline, int times) {
    double one = group(baseline).median(run -> run.breakdown().compute());
    return group(runs).overheadShare(times * one);
  }

  private static RunGroup group(List<MarkedRun> runs) {
    return new RunGroup(runs.stream().map(MarkedRun::run).toList());
  }
}
