package speedup.scaling;

import java.util.SortedMap;
import speedup.measure.Bootstrap;
import speedup.measure.MedianResampler;

/** The fit of a {@link ChunkModel} to the medians of each chunk size; for one thread. */
final class ChunkFit {
  private final int workers;
  private final long items;
  private final MedianResampler[] resamplers;
  private final NonNegativeFit solver;
  private final boolean scatters;

  ChunkFit(SortedMap<Long, RunGroup> groups, int workers, long items) {
    this.workers = workers;
    this.items = items;
    resamplers = groups.values().stream().map(RunGroup::resampler).toArray(MedianResampler[]::new);
    var columns = new double[3][resamplers.length];
    var weights = new double[resamplers.length];
    int row = 0;
    for (long chunk : groups.keySet()) {
      columns[0][row] = 1;
      columns[1][row] = ChunkModel.handOvers(chunk, items, workers);
      columns[2][row] = ChunkModel.tail(chunk, workers);
      double median = resamplers[row].median();
      weights[row] = resamplers[row].size() / (median * median);
      row++;
    }
    solver = new NonNegativeFit(columns, weights);
    scatters = groups.values().stream().anyMatch(RunGroup::scatters);
  }

  ChunkModel model() {
    var medians = new double[resamplers.length];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = resamplers[i].median();
    }
    var found = new double[3];
    solver.solve(medians, found);
    return new ChunkModel(items, workers, found[0], found[1], found[2]);
  }

  Estimate perChunk() {
    int fewest = Integer.MAX_VALUE;
    int pooled = 1;
    for (var group : resamplers) {
      fewest = Math.min(fewest, group.size());
      pooled += group.size() - 1;
    }
    double value = model().perChunk();
    if (fewest < FittedLaw.MIN_REPEATS) {
      return new Estimate(value, Found.missing(Words.say("serial.repeats", FittedLaw.MIN_REPEATS)));
    }
    if (!scatters) {
      return new Estimate(value, Found.missing(Words.say("study.noScatter")));
    }
    var medians = new double[resamplers.length];
    var found = new double[3];
    var range =
        Bootstrap.interval(
            pooled,
            random -> {
              for (int i = 0; i < medians.length; i++) {
                medians[i] = resamplers[i].next(random);
              }
              solver.solve(medians, found);
              return found[1];
            });
    return new Estimate(value, Found.of(range));
  }
}
