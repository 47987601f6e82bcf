package speedup.scaling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import speedup.measure.Bootstrap;
import speedup.measure.Interval;

/**
 * A model fitted again and again to repeats drawn out of the repeats of each worker count. From
 * these fits follows the interval of anything that a model tells. Immutable.
 */
final class Resamples {
  private final int pooledRepeats;
  private final TimeModel[] models;

  private Resamples(int pooledRepeats, TimeModel[] models) {
    this.pooledRepeats = pooledRepeats;
    this.models = models;
  }

  /** Draws and fits {@link Bootstrap#ROUNDS} times, the same way for the same points. */
  static Resamples of(FitPoints points, boolean general) {
    var solver = points.solver(general);
    var resamplers = points.resamplers();
    var medians = new double[resamplers.length];
    var coefficients = new double[general ? 3 : 2];
    var random = new SplittableRandom(Bootstrap.SEED);
    var models = new TimeModel[Bootstrap.ROUNDS];
    for (int round = 0; round < models.length; round++) {
      for (int i = 0; i < medians.length; i++) {
        medians[i] = resamplers[i].next(random);
      }
      solver.solve(medians, coefficients);
      models[round] =
          new TimeModel(coefficients[0], coefficients[1], general ? coefficients[2] : 0);
    }
    return new Resamples(points.pooledRepeats(), models);
  }

  /** The 95 % interval of a figure that is finite for every model. */
  Interval interval(ToDoubleFunction<TimeModel> figure) {
    return Bootstrap.interval(pooledRepeats, Arrays.stream(models).mapToDouble(figure).toArray());
  }
}
