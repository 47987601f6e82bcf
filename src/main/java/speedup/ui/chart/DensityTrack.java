package speedup.ui.chart;

import java.util.Arrays;

/**
 * What one worker did, gathered in a fixed number of bins. Their width doubles whenever time
 * outgrows them, so that a track takes the same room after a second and after a day, and no span is
 * ever dropped. While there are few spans, each is kept exactly too.
 *
 * <p>Used by one thread at a time, under a lock of the caller. Times are nanoseconds since the run
 * started.
 */
public final class DensityTrack {
  /** Bins of a track. */
  static final int BINS = 2048;

  /** Spans kept exactly; with one more than these, only the bins remain. */
  static final int MOST_EXACT = 4000;

  /** Numbers kept for each exact span: start, deserialise, compute, serialise. */
  static final int FIELDS = 4;

  private static final long FIRST_WIDTH = 1 << 16;

  private final long[] compute = new long[BINS];
  private final long[] serialise = new long[BINS];
  private final long[] blocked = new long[BINS];
  private long[] exact = new long[64 * FIELDS];
  private long width = FIRST_WIDTH;
  private int used;
  private long count;
  private long version;

  /**
   * Adds what happened to one chunk: it was read, computed and its result written, without a pause
   * between. Takes constant time on average as long as the spans of a track do not overlap.
   *
   * @param startNanos when reading began; what lies before the run counts as its first instant
   * @param deserialiseNanos how long reading took
   * @param computeNanos how long computing took
   * @param serialiseNanos how long writing took
   * @throws IllegalArgumentException when a duration is negative
   */
  public void add(long startNanos, long deserialiseNanos, long computeNanos, long serialiseNanos) {
    if (deserialiseNanos < 0 || computeNanos < 0 || serialiseNanos < 0) {
      throw new IllegalArgumentException("a duration is not negative");
    }
    var computeFrom = startNanos + deserialiseNanos;
    var computeTo = computeFrom + computeNanos;
    var end = computeTo + serialiseNanos;
    while (end > width * BINS) {
      halve();
    }
    spread(serialise, startNanos, computeFrom);
    spread(compute, computeFrom, computeTo);
    spread(serialise, computeTo, end);
    if (count < MOST_EXACT) {
      var at = (int) count * FIELDS;
      if (at == exact.length) {
        exact = Arrays.copyOf(exact, Math.min(2 * at, MOST_EXACT * FIELDS));
      }
      exact[at] = startNanos;
      exact[at + 1] = deserialiseNanos;
      exact[at + 2] = computeNanos;
      exact[at + 3] = serialiseNanos;
    }
    count++;
    version++;
  }

  /**
   * Adds a time in which the worker was held back, having no room for what it had made.
   *
   * @param startNanos when it began; what lies before the run does not count
   * @param nanos how long it took
   * @throws IllegalArgumentException when a duration is negative
   */
  public void addBlocked(long startNanos, long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("a duration is not negative");
    }
    while (startNanos + nanos > width * BINS) {
      halve();
    }
    spread(blocked, Math.max(0, startNanos), startNanos + nanos);
    version++;
  }

  /** Spans added so far. */
  public long count() {
    return count;
  }

  /**
   * Brings a view up to date. Costs next to nothing while nothing was added.
   *
   * @param view of this track only
   * @return whether the view changed
   */
  public boolean copyInto(View view) {
    if (view.version == version) {
      return false;
    }
    System.arraycopy(compute, 0, view.compute, 0, used);
    System.arraycopy(serialise, 0, view.serialise, 0, used);
    System.arraycopy(blocked, 0, view.blocked, 0, used);
    // a wider bin takes fewer of them
    Arrays.fill(view.compute, used, BINS, 0);
    Arrays.fill(view.serialise, used, BINS, 0);
    Arrays.fill(view.blocked, used, BINS, 0);
    view.width = width;
    view.used = used;
    if (count > MOST_EXACT) {
      view.exact = new long[0];
    } else {
      if (view.exact.length != exact.length) {
        view.exact = new long[exact.length];
        view.exactCount = 0;
      }
      var from = view.exactCount * FIELDS;
      System.arraycopy(exact, from, view.exact, from, (int) count * FIELDS - from);
    }
    view.exactCount = count > MOST_EXACT ? 0 : (int) count;
    view.count = count;
    view.version = version;
    return true;
  }

  /** Makes each bin twice as wide; every nanosecond stays. */
  private void halve() {
    for (var bins : new long[][] {compute, serialise, blocked}) {
      for (var i = 0; i < BINS / 2; i++) {
        bins[i] = bins[2 * i] + bins[2 * i + 1];
      }
      Arrays.fill(bins, BINS / 2, BINS, 0);
    }
    width *= 2;
    used = (used + 1) / 2;
  }

  private void spread(long[] bins, long from, long to) {
    if (to <= from) {
      return;
    }
    if (from < 0) {
      bins[0] += Math.min(to, 0) - from;
      used = Math.max(used, 1);
      if (to <= 0) {
        return;
      }
    }
    var at = Math.max(from, 0);
    var bin = (int) (at / width);
    while (at < to) {
      var next = Math.min(to, (bin + 1) * width);
      bins[bin] += next - at;
      at = next;
      bin++;
    }
    used = Math.max(used, bin);
  }

  /** A copy of a track that another thread can draw. Not changed by later additions. */
  public static final class View {
    private final long[] compute = new long[BINS];
    private final long[] serialise = new long[BINS];
    private final long[] blocked = new long[BINS];
    private long[] exact = new long[0];
    private long width = FIRST_WIDTH;
    private int used;
    private int exactCount;
    private long count;
    private long version;

    /** A view of a track without spans. */
    public View() {}

    /** Spans in the track. */
    public long count() {
      return count;
    }

    /** Seconds spent computing. */
    public double computeSeconds() {
      return Arrays.stream(compute).sum() / 1e9;
    }

    /** Seconds spent reading arguments and writing results. */
    public double serialiseSeconds() {
      return Arrays.stream(serialise).sum() / 1e9;
    }

    /** Seconds in which the worker was held back. */
    public double blockedSeconds() {
      return Arrays.stream(blocked).sum() / 1e9;
    }

    /** Whether every span is kept as it was. */
    boolean isExact() {
      return exactCount == count;
    }

    /** Spans that {@link #exact} has, all or none. */
    int exactCount() {
      return exactCount;
    }

    /** A number of a kept span: 0 start, 1 deserialise, 2 compute, 3 serialise. */
    long exact(int span, int field) {
      return exact[span * FIELDS + field];
    }

    double computeShare(double fromNanos, double toNanos) {
      return share(compute, fromNanos, toNanos);
    }

    double serialiseShare(double fromNanos, double toNanos) {
      return share(serialise, fromNanos, toNanos);
    }

    double blockedShare(double fromNanos, double toNanos) {
      return share(blocked, fromNanos, toNanos);
    }

    /** Busy share of a stretch of time; a bin is taken as evenly busy. */
    private double share(long[] bins, double from, double to) {
      var first = Math.max(0, (int) (from / width));
      var last = Math.min(used - 1, (int) (to / width));
      var busy = 0.0;
      for (var i = first; i <= last; i++) {
        var low = Math.max(from, (double) i * width);
        var high = Math.min(to, (double) (i + 1) * width);
        if (high > low) {
          busy += bins[i] * ((high - low) / width);
        }
      }
      return Math.clamp(busy / (to - from), 0, 1);
    }
  }
}
