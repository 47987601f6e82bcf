package speedup.scaling;

import java.util.List;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * What was measured with one chunk size.
 *
 * @param chunkItems items in a chunk
 * @param runs every run, outliers and noisy ones marked
 * @param seconds wall times in short
 * @param speedup over the baseline; missing without one
 * @param medianRun the run whose time is the median
 */
public record ChunkPoint(
    long chunkItems,
    List<MarkedRun> runs,
    Summary seconds,
    Found<Estimate> speedup,
    TimedRun medianRun) {
  /** Copies the list. */
  public ChunkPoint {
    runs = List.copyOf(runs);
  }
}
