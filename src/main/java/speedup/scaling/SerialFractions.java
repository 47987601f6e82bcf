package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.Bootstrap;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/** Makes a {@link SerialFraction} of a fit, or says why there is none. */
final class SerialFractions {
  /** Fewer repeats do not show how much they scatter. */
  static final int MIN_REPEATS = 3;

  private SerialFractions() {}

  /**
   * The share that is the program's own, where it is known where the time of the runs went; else
   * that of the times as they are.
   */
  static SerialFraction of(List<TimedRun> runs, EngineKind engine, int physicalCores) {
    var groups = RunGroups.of(runs, engine);
    var samples = groups.samples();
    var law = TimeFit.of(samples, physicalCores);
    return law.isEmpty() || law.get().prefersGeneral()
        ? of(samples, physicalCores)
        : of(groups.samplesAtEqualSpeed().value().orElse(samples), physicalCores);
  }

  /** Of times as they are. */
  static SerialFraction of(List<Sample> samples, int physicalCores) {
    var points = FitPoints.of(samples, physicalCores);
    var fit = TimeFit.of(points);
    if (fit.isEmpty()) {
      return new SerialFraction(
          OptionalDouble.empty(), Optional.empty(), Optional.of(missing(samples, physicalCores)));
    }
    var value = OptionalDouble.of(fit.get().preferred().serialFraction());
    if (points.fewestRepeats() < MIN_REPEATS) {
      return new SerialFraction(
          value, Optional.empty(), Optional.of(Words.say("serial.repeats", MIN_REPEATS)));
    }
    return new SerialFraction(
        value, Optional.of(interval(points, fit.get().prefersGeneral())), Optional.empty());
  }

  /** Draws the repeats of each worker count again and fits the preferred model again. */
  private static Interval interval(FitPoints points, boolean general) {
    var solver = points.solver(general);
    var resamplers = points.resamplers();
    var medians = new double[resamplers.length];
    var coefficients = new double[general ? 3 : 2];
    return Bootstrap.interval(
        points.pooledRepeats(),
        random -> {
          for (int i = 0; i < medians.length; i++) {
            medians[i] = resamplers[i].next(random);
          }
          solver.solve(medians, coefficients);
          double one = coefficients[0] + coefficients[1];
          return one > 0 ? coefficients[1] / one : 0;
        });
  }

  /** Why there is no fit although there is a baseline. */
  static String missing(List<Sample> samples, int physicalCores) {
    if (physicalCores < 2) {
      return Words.say("serial.oneCore");
    }
    int most = samples.stream().mapToInt(Sample::workers).max().orElse(1);
    return most > physicalCores
        ? Words.say("serial.beyondCores", physicalCores, most)
        : Words.say("serial.oneWorker", physicalCores);
  }
}
