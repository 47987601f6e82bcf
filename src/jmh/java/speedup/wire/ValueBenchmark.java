package speedup.wire;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures how long a value takes there and back, warm, and at first use in a fresh JVM. */
public class ValueBenchmark {
  /** A codec that has been used, and a value. */
  @State(Scope.Thread)
  public static class Warm {
    /** How it is carried. */
    @Param public Codec.Choice codec;

    /** What is carried. */
    @Param public Sample sample;

    private Codec open;
    private Object value;

    /** Makes both. */
    @Setup
    public void open() {
      open = codec.open();
      value = sample.value();
    }
  }

  /** A codec that nobody has used yet, and a value. */
  @State(Scope.Thread)
  public static class Cold {
    /** How it is carried. */
    @Param public Codec.Choice codec;

    /** What is carried. */
    @Param({"RECORD", "LAMBDA"})
    public Sample sample;

    private Object value;

    /** Makes the value. */
    @Setup
    public void make() {
      value = sample.value();
    }
  }

  /** There and back. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @Fork(3)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 3, time = 1)
  public Object thereAndBack(Warm warm) throws Exception {
    return warm.open.read(warm.open.write(warm.value));
  }

  /** The codec's start included. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(7)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Object firstUse(Cold cold) throws Exception {
    var codec = cold.codec.open();
    return codec.read(codec.write(cold.value));
  }
}
