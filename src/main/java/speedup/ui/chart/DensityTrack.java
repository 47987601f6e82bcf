package speedup.ui.chart;

import java.util.Arrays;

/**
 * How busy one worker was over time, for any number of chunks in a fixed amount of memory. Time is
 * cut into bins; when it outgrows them, two become one. The first few hundred chunks are kept one by
 * one as well, so that few long ones can be told apart. Used by one thread at a time.
 */
public final class DensityTrack {
  static final int BINS = 2048;
  static final int MAX_SPANS = 512;
  private static final long FIRST_BIN_NANOS = 100_000;

  private final long[] compute = new long[BINS];
  private final long[] serialise = new long[BINS];
  private final long[] spans = new long[2 * MAX_SPANS];
  private long binNanos = FIRST_BIN_NANOS;
  private long count;
  private View view;

  /** Makes an empty track. */
  public DensityTrack() {}

  /**
   * A look at a track; does not change any more.
   *
   * @param binNanos time in a bin
   * @param compute nanoseconds of computing in each bin
   * @param serialise nanoseconds of reading and writing values in each bin
   * @param spans start and end of each chunk in turn; empty when there are too many
   * @param count chunks in all
   */
  public record View(long binNanos, long[] compute, long[] serialise, long[] spans, long count) {}

  /**
   * Adds a chunk.
   *
   * @param start nanoseconds since the start of the run, not negative
   */
  public void add(long start, long deserialiseNanos, long computeNanos, long serialiseNanos) {
    var computing = start + deserialiseNanos;
    var writing = computing + computeNanos;
    var end = writing + serialiseNanos;
    fill(serialise, start, computing);
    fill(compute, computing, writing);
    fill(serialise, writing, end);
    if (count < MAX_SPANS) {
      spans[2 * (int) count] = start;
      spans[2 * (int) count + 1] = end;
    }
    count++;
    view = null;
  }

  private void fill(long[] bins, long from, long to) {
    while (to > binNanos * BINS) {
      halve(compute);
      halve(serialise);
      binNanos *= 2;
    }
    for (var at = from; at < to; ) {
      var bin = (int) (at / binNanos);
      var next = Math.min(to, (bin + 1) * binNanos);
      bins[bin] += next - at;
      at = next;
    }
  }

  private static void halve(long[] bins) {
    for (var i = 0; i < BINS / 2; i++) {
      bins[i] = bins[2 * i] + bins[2 * i + 1];
    }
    Arrays.fill(bins, BINS / 2, BINS, 0);
  }

  /** What there is now; the same object as before when nothing was added. */
  public View view() {
    if (view == null) {
      view =
          new View(
              binNanos,
              compute.clone(),
              serialise.clone(),
              count <= MAX_SPANS ? Arrays.copyOf(spans, 2 * (int) count) : new long[0],
              count);
    }
    return view;
  }
}
