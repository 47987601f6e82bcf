package speedup.scaling;

import speedup.measure.Interval;

/**
 * Gustafson's law fitted to scaled speedups.
 *
 * @param serialShare s', the share of the time of the parallel run that stays serial; not that of
 *     Amdahl's law
 * @param mostWorkers the most workers that it is fitted to; beyond, it is extrapolated
 */
public record GustafsonFit(Estimate serialShare, int mostWorkers) {
  /** The fitted scaled speedup. */
  public double speedup(double workers) {
    return Gustafson.speedup(serialShare.value(), workers);
  }

  /** The fitted scaled speedup with its interval, which is that of the share. */
  public Estimate speedupAt(double workers) {
    return new Estimate(
        speedup(workers),
        serialShare
            .interval()
            .map(share ->
                new Interval(
                    Gustafson.speedup(share.high(), workers),
                    Gustafson.speedup(share.low(), workers))));
  }

  /** Whether a place on the line lies beyond what it is fitted to. */
  public boolean isExtrapolated(double workers) {
    return workers > mostWorkers;
  }

  /** What it expects of another machine, with a problem as many times as large. */
  public Prediction predict(int cores) {
    return new Prediction(cores, speedupAt(cores), speedup(cores) / cores);
  }
}
