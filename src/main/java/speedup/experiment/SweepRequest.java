package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import speedup.measure.EngineKind;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/**
 * A study that a person asked for: the same work at every combination of worker counts, chunk sizes
 * and problem sizes, in random order. A value: the same request can be run again.
 *
 * @param run what is run; its workers become the most of those below, its chunk the smallest of
 *     those below if there are any
 * @param workers worker counts, each 1 to {@link RunRequest#MAX_WORKERS}, ascending
 * @param chunks items in a chunk, ascending; empty for what the run says
 * @param sizes problem sizes as multiples of that of the run, ascending; only 1 where it is weak
 * @param weak whether the problem grows with the workers (Gustafson) instead of staying the same
 *     (Amdahl)
 * @param seed of the random order
 */
public record SweepRequest(
    RunRequest run,
    List<Integer> workers,
    List<Integer> chunks,
    List<Integer> sizes,
    boolean weak,
    long seed) {
  /** More points than this would take for ever, and nobody could read them. */
  public static final int MAX_POINTS = 256;

  /** A problem larger than this many times the usual one is a mistake. */
  public static final int MAX_SIZE = 64;

  /** The problem sizes of most studies. */
  public static final List<Integer> ONE_SIZE = List.of(1);

  /** What the points of a study differ in. */
  public enum Axis {
    /** Worker counts. */
    WORKERS,
    /** Items in a chunk. */
    CHUNKS,
    /** Problem sizes. */
    SIZES
  }

  /**
   * Where something is measured.
   *
   * @param workers worker count
   * @param chunk items in a chunk; empty to choose by measured work
   * @param size problem size
   */
  public record Point(int workers, OptionalInt chunk, int size) {}

  /** Sorts and checks. */
  public SweepRequest {
    workers = ascending("workers", workers, 1, RunRequest.MAX_WORKERS);
    chunks = chunks.isEmpty() ? List.of() : ascending("chunks", chunks, 1, Integer.MAX_VALUE);
    sizes = ascending("sizes", sizes, 1, MAX_SIZE);
    if (run.main().isEmpty()) {
      throw new IllegalArgumentException(
          "a study compares an engine with the baseline; name one beside sequential");
    }
    if (run.compared().size() > 1) {
      throw new IllegalArgumentException(
          "a study is about one engine; name one of %s".formatted(run.compared()));
    }
    if (weak && !sizes.equals(ONE_SIZE)) {
      throw new IllegalArgumentException(
          "in a weak study the workers decide the size; leave the sizes out");
    }
    run =
        new RunRequest(
            run.workload(),
            run.settings(),
            run.engines(),
            workers.getLast(),
            chunks.isEmpty() ? run.chunk() : OptionalInt.of(chunks.getFirst()),
            run.repeats(),
            run.start());
    var points = (long) workers.size() * Math.max(1, chunks.size()) * sizes.size();
    if (points > MAX_POINTS) {
      throw new IllegalArgumentException(
          "%,d points are too many to measure; take at most %d".formatted(points, MAX_POINTS));
    }
  }

  private static List<Integer> ascending(String name, List<Integer> values, int low, int high) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + ": name at least one");
    }
    for (var value : values) {
      if (value < low || value > high) {
        throw new IllegalArgumentException(
            "%s: %,d is outside %,d to %,d".formatted(name, value, low, high));
      }
    }
    return List.copyOf(new TreeSet<>(values));
  }

  /** The engine that is compared with the baseline. */
  public EngineKind engine() {
    return run.main().orElseThrow();
  }

  /** What the study is about: chunk sizes where there are several, then sizes, then workers. */
  public Axis axis() {
    if (chunks.size() > 1) {
      return Axis.CHUNKS;
    }
    return sizes.size() > 1 ? Axis.SIZES : Axis.WORKERS;
  }

  /** Where the engine is measured. */
  public List<Point> points() {
    var points = new ArrayList<Point>();
    for (var size : sizes) {
      for (var count : workers) {
        for (var chunk : chunkChoices()) {
          points.add(new Point(count, chunk, weak ? count : size));
        }
      }
    }
    return points;
  }

  private List<OptionalInt> chunkChoices() {
    return chunks.isEmpty() ? List.of(run.chunk()) : chunks.stream().map(OptionalInt::of).toList();
  }

  /** The problem sizes at which the baseline is measured. */
  public List<Integer> baselineSizes() {
    return weak ? ONE_SIZE : sizes;
  }

  /** Whether the workers are the stages of a chain, which hand each other what they have made. */
  public boolean isChain() {
    return Workloads.byId(run.workload()).map(Workload::isChain).orElse(false);
  }

  /** How many timed runs there are. */
  public int runs() {
    return run.repeats() * (points().size() + baselineSizes().size());
  }
}
