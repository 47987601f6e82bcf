package speedup.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;

/**
 * How long the runs of a study take: by those of the same point where there are some, else by the
 * baseline as if everything went ideally.
 */
public final class SweepTime {
  private final SweepRequest request;
  private final List<TimedRun> done;
  private final OptionalDouble sequential;
  private final int logicalCores;

  /**
   * Judges a study.
   *
   * @param done its runs so far
   * @param sequential seconds of the baseline at size 1 from elsewhere; empty where not known
   */
  public SweepTime(
      SweepRequest request, List<TimedRun> done, OptionalDouble sequential, int logicalCores) {
    this.request = request;
    this.done = done;
    this.sequential = sequential;
    this.logicalCores = logicalCores;
  }

  /** What a comparison of the same work took; empty where it was another, or there is none. */
  public static OptionalDouble sequential(SweepRequest request, RunReport last) {
    return last != null
            && last.request().workload().equals(request.run().workload())
            && last.request().settings().equals(request.run().settings())
        ? last.samples().stream()
            .filter(sample -> sample.engine() == EngineKind.SEQUENTIAL)
            .mapToDouble(Sample::seconds)
            .average()
        : OptionalDouble.empty();
  }

  /** Seconds of the runs that are still to come; empty where nothing is known. */
  public OptionalDouble left() {
    var one = one();
    if (one.isEmpty()) {
      return OptionalDouble.empty();
    }
    double left = 0;
    for (int size : request.baselineSizes()) {
      left += left(EngineKind.SEQUENTIAL, 1, OptionalDouble.empty(), size, one.getAsDouble());
    }
    for (var point : request.points()) {
      var chunk =
          request.chunks().isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(point.chunk().orElseThrow());
      left += left(request.engine(), point.workers(), chunk, point.size(), one.getAsDouble());
    }
    return OptionalDouble.of(left);
  }

  private double left(EngineKind engine, int workers, OptionalDouble chunk, int size, double one) {
    var same =
        done.stream()
            .filter(run ->
                run.sample().engine() == engine
                    && run.sample().workers() == workers
                    && run.size() == size
                    && (chunk.isEmpty() || run.chunkItems() == chunk.getAsDouble()))
            .mapToDouble(run -> run.sample().seconds())
            .toArray();
    double each =
        same.length == 0
            ? one * size / atOnce(engine, workers)
            : Arrays.stream(same).average().orElseThrow();
    return Math.max(0, request.run().repeats() - same.length) * each;
  }

  /** Seconds of the baseline at size 1, measured or judged by any other run. */
  private OptionalDouble one() {
    var measured =
        done.stream()
            .filter(run -> run.sample().engine() == EngineKind.SEQUENTIAL)
            .mapToDouble(run -> run.sample().seconds() / run.size())
            .average();
    if (measured.isPresent() || sequential.isPresent()) {
      return measured.isPresent() ? measured : sequential;
    }
    return done.stream()
        .mapToDouble(run ->
            run.sample().seconds()
                / run.size()
                * atOnce(run.sample().engine(), run.sample().workers()))
        .average();
  }

  private int atOnce(EngineKind engine, int workers) {
    return switch (engine) {
      case SEQUENTIAL, THREADS_ONE_LOCK -> 1;
      case PROCESSES, THREADS, PYTHON -> Math.min(workers, logicalCores);
    };
  }
}
