package speedup.scaling;

import speedup.measure.TimedRun;

/**
 * One run of a study, to be shown whatever it is marked as.
 *
 * @param run the run
 * @param outlier whether its time is far from those of its repeats; it is counted all the same, as
 *     medians are hardly moved by it
 */
public record MarkedRun(TimedRun run, boolean outlier) {
  /** Wall time. */
  public double seconds() {
    return run.sample().seconds();
  }

  /** Whether other programs used so much of the machine that the time is not to be relied on. */
  public boolean noisy() {
    return run.noisy();
  }
}
