package speedup.experiment;

import java.util.List;
import java.util.Optional;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.measure.Sample;
import speedup.scaling.Analysis;

/**
 * What one engine of an experiment did.
 *
 * @param engine which
 * @param workers processes or threads that took part
 * @param samples its timed runs, in order
 * @param median the run in the middle: breakdown, lanes and figures of its workers
 * @param analysis against the baseline; empty for the baseline itself
 */
public record EngineReport(
    EngineKind engine,
    int workers,
    List<Sample> samples,
    RunTrace median,
    Optional<Analysis> analysis) {
  /** Copies the list. */
  public EngineReport {
    samples = List.copyOf(samples);
  }
}
