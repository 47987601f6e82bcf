package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import speedup.measure.EngineKind;
import speedup.measure.Sample;

/** Made-up samples. */
final class Samples {
  private Samples() {}

  /** Repeats of the same times, one after the other. */
  static List<Sample> of(int workers, double... seconds) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < seconds.length; i++) {
      samples.add(new Sample(EngineKind.PROCESSES, workers, i + 1, seconds[i]));
    }
    return samples;
  }

  static List<Sample> sequential(double... seconds) {
    return of(1, seconds).stream()
        .map(s -> new Sample(EngineKind.SEQUENTIAL, 1, s.repeat(), s.seconds()))
        .toList();
  }

  static List<Sample> both(List<Sample> first, List<Sample> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** A sweep from 1, the baseline, to a number of workers, with normal noise. */
  static List<Sample> sweep(
      int most, int repeats, double noise, long seed, IntToDoubleFunction seconds) {
    var random = new SplittableRandom(seed);
    var samples = new ArrayList<Sample>();
    for (int p = 1; p <= most; p++) {
      for (int repeat = 1; repeat <= repeats; repeat++) {
        samples.add(
            new Sample(
                p == 1 ? EngineKind.SEQUENTIAL : EngineKind.PROCESSES,
                p,
                repeat,
                seconds.applyAsDouble(p) * (1 + noise * random.nextGaussian())));
      }
    }
    return samples;
  }
}
