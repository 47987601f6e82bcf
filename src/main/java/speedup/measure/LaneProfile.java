package speedup.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the time of one worker went in any part of a run, found in O(log chunks). Times are
 * nanoseconds since the run started. What is asked for neighbouring parts adds up to what is asked
 * for the whole, to the nanosecond. Immutable.
 */
public final class LaneProfile {
  private static final int ITEM_BITS = 6;

  private final WorkerLane lane;
  private final long runStart;
  private final long workLength;
  private final long length;
  private final int first;
  private final int end;
  private final List<Stretch> stretches;

  // up to the end of each chunk, counted from the first; the one at 0 is before it
  private final long[] compute;
  private final long[] serialise;

  // of finished chunks, up to each 64th
  private final long[] items;

  /** A stretch without a chunk that is not mere waiting. */
  public record Stretch(Gap gap, long from, long to) {}

  LaneProfile(WorkerLane lane, long runStart, long workEnd, long runEnd) {
    this.lane = lane;
    this.runStart = runStart;
    workLength = workEnd - runStart;
    length = runEnd - runStart;
    first = lane.firstEndingAfter(runStart);
    var builder = new Builder(first, lane.chunks() - first);
    LaneSweep.walk(lane, runStart, workEnd, runEnd, builder);
    end = first + builder.count;
    stretches = List.copyOf(builder.stretches);
    compute = Arrays.copyOf(builder.compute, builder.count + 1);
    serialise = Arrays.copyOf(builder.serialise, builder.count + 1);
    items = itemsOf(lane);
  }

  /** Takes down what the sweep tells. */
  private static final class Builder implements LaneSink {
    final List<Stretch> stretches = new ArrayList<>();
    final long[] compute;
    final long[] serialise;
    final int first;
    int count;

    Builder(int first, int most) {
      this.first = first;
      compute = new long[most + 1];
      serialise = new long[most + 1];
    }

    @Override
    public void gap(Gap gap, long from, long to) {
      if (gap != Gap.WAITING && to > from) {
        stretches.add(new Stretch(gap, from, to));
      }
    }

    @Override
    public void chunk(int index, long from, long read, long computed, long written, long to) {
      count = index - first + 1;
      compute[count] = compute[count - 1] + computed - read;
      serialise[count] = serialise[count - 1] + read - from + written - computed;
    }
  }

  private static long[] itemsOf(WorkerLane lane) {
    var sums = new long[(lane.chunks() >> ITEM_BITS) + 1];
    long sum = 0;
    for (int i = 0; i < lane.chunks(); i++) {
      if ((i & (1 << ITEM_BITS) - 1) == 0) {
        sums[i >> ITEM_BITS] = sum;
      }
      sum += lane.finished(i) ? lane.items(i) : 0;
    }
    if ((lane.chunks() & (1 << ITEM_BITS) - 1) == 0) {
      sums[lane.chunks() >> ITEM_BITS] = sum;
    }
    return sums;
  }

  /** The first chunk of the run. */
  public int firstChunk() {
    return first;
  }

  /** One after the last chunk of the run. */
  public int endOfChunks() {
    return end;
  }

  /** Stretches without a chunk that are more than waiting, in order. */
  public List<Stretch> stretches() {
    return stretches;
  }

  /** The chunk that is under way then, or the next one; {@link #endOfChunks} after the last. */
  public int chunkAt(long time) {
    return Math.clamp(lane.firstEndingAfter(runStart + time), first, end);
  }

  /** When a chunk began; 0 where it began before the run. */
  public long started(int chunk) {
    return Math.max(0, lane.started(chunk) - runStart);
  }

  /** When a chunk ended; the end of the run's work where it went on beyond it. */
  public long ended(int chunk) {
    return Math.min(workLength, lane.ended(chunk) - runStart);
  }

  /** Items of the finished chunks that ended after one time and not after another. */
  public long items(long from, long to) {
    return itemsBefore(endingAfter(to)) - itemsBefore(endingAfter(from));
  }

  /** The end of the work is the end of every chunk that goes on beyond it. */
  private int endingAfter(long time) {
    return time >= workLength ? end : chunkAt(time);
  }

  private long itemsBefore(int chunk) {
    long sum = items[chunk >> ITEM_BITS];
    for (int i = chunk & -(1 << ITEM_BITS); i < chunk; i++) {
      sum += lane.finished(i) ? lane.items(i) : 0;
    }
    return sum;
  }

  /** Adds where the time went between two times; what lies outside of the run counts nothing. */
  public void add(long from, long to, LaneTimes into) {
    var walk = walk(from);
    walk.to(to, into);
  }

  /** A walk along the run that starts at a time. */
  public Walk walk(long from) {
    return new Walk(from);
  }

  /** Goes along the run step by step, each step forwards. Not thread-safe. */
  public final class Walk {
    private long position;
    private int chunk;
    private long computed;
    private long serialised;
    private int stretch;

    private Walk(long from) {
      chunk = first;
      stand(Math.clamp(from, 0, length));
    }

    /** Where it is. */
    public long position() {
      return position;
    }

    /** The chunk that is under way there, or the next one. */
    public int chunk() {
      return chunk;
    }

    /** Goes on to a time and adds where the time until then went. */
    public void to(long wished, LaneTimes into) {
      long from = position;
      long computedBefore = computed;
      long serialisedBefore = serialised;
      long next = Math.clamp(wished, from, length);
      if (next == from) {
        return;
      }
      stand(next);
      long rest = next - from - (computed - computedBefore) - (serialised - serialisedBefore);
      into.addChunks(computed - computedBefore, serialised - serialisedBefore);
      while (stretch < stretches.size() && stretches.get(stretch).to() <= from) {
        stretch++;
      }
      for (int i = stretch; i < stretches.size() && stretches.get(i).from() < next; i++) {
        var each = stretches.get(i);
        long nanos = Math.min(next, each.to()) - Math.max(from, each.from());
        into.add(each.gap(), nanos);
        rest -= nanos;
      }
      into.add(Gap.WAITING, rest);
    }

    private void stand(long time) {
      position = time;
      chunk = time >= workLength ? end : later(time);
      int at = chunk - first;
      computed = compute[at];
      serialised = serialise[at];
      if (chunk < end) {
        inside(time, at);
      }
    }

    /** The chunk at a time; looks near the present one first, as steps are small. */
    private int later(long time) {
      int low = chunk;
      int reach = 1;
      while (reach < end - low && lane.ended(low + reach - 1) - runStart <= time) {
        low += reach;
        reach *= 2;
      }
      return lane.firstEndingAfter(runStart + time, low, Math.min(end, low + reach));
    }

    /** Adds the part of the chunk under way that lies before a time. */
    private void inside(long time, int at) {
      long began = lane.started(chunk) - runStart;
      if (time <= began) {
        return;
      }
      long before = at == 0 ? 0 : Math.max(0, lane.ended(chunk - 1) - runStart);
      long from = Math.max(began, before);
      long read = began + Math.max(0, lane.deserialiseNanos(chunk));
      long done = read + Math.max(0, lane.computeNanos(chunk));
      long written = done + Math.max(0, lane.serialiseNanos(chunk));
      long computing = part(read, done, from, time);
      long serialising = part(began, read, from, time) + part(done, written, from, time);
      computed += Math.min(computing, compute[at + 1] - compute[at]);
      serialised += Math.min(serialising, serialise[at + 1] - serialise[at]);
    }

    private static long part(long from, long to, long low, long high) {
      return Math.max(0, Math.min(to, high) - Math.max(from, low));
    }
  }
}
