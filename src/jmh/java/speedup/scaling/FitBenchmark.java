package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/** Measures how long a study of 8 worker counts with 15 repeats each takes to analyse. */
@State(Scope.Thread)
public class FitBenchmark {
  private static final int MOST_WORKERS = 8;
  private static final int REPEATS = 15;
  private static final double NOISE = 0.03;

  private List<TimedRun> runs;

  /** Makes the runs: a tenth serial, 3 % of noise. */
  @Setup
  public void makeRuns() {
    var random = new SplittableRandom(1);
    runs = new ArrayList<>();
    for (int p = 1; p <= MOST_WORKERS; p++) {
      for (int repeat = 1; repeat <= REPEATS; repeat++) {
        double seconds = (0.1 + 0.9 / p) * (1 + NOISE * random.nextGaussian());
        runs.add(
            new TimedRun(
                new Sample(
                    p == 1 ? EngineKind.SEQUENTIAL : EngineKind.PROCESSES, p, repeat, seconds),
                1,
                1,
                new Breakdown(0, 0, 0, 0, p * seconds, 0, 0),
                OptionalDouble.empty()));
      }
    }
  }

  /** Points, both laws and the one at equal speed, 2,000 rounds each, with predictions. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 2, time = 2)
  @Measurement(iterations = 3, time = 2)
  public ScalingStudy analyse() {
    return ScalingStudy.of(runs, EngineKind.PROCESSES, MOST_WORKERS, MOST_WORKERS);
  }

  /** The same in a fresh JVM, as the window meets it first. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(3)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public ScalingStudy analyseCold() {
    return ScalingStudy.of(runs, EngineKind.PROCESSES, MOST_WORKERS, MOST_WORKERS);
  }

  /** The band of the preferred law, and its ceiling. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 2, time = 2)
  @Measurement(iterations = 3, time = 2)
  public Found<Band> band() {
    return analyse().preferred().flatMap(law -> law.band(2 * MOST_WORKERS));
  }
}
