package speedup.workload;

import java.util.ArrayList;
import java.util.List;

/** A long list of longs that grows without ever being copied. Filled by one thread, then shared. */
final class NumberList {
  private static final int BLOCK = 1 << 16;

  private final List<long[]> blocks = new ArrayList<>();
  private int size;

  /** Appends a number. */
  void add(long number) {
    if (size % BLOCK == 0) {
      blocks.add(new long[BLOCK]);
    }
    blocks.get(size / BLOCK)[size % BLOCK] = number;
    size++;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The number at a position, counted from 0. */
  long get(int index) {
    return blocks.get(index / BLOCK)[index % BLOCK];
  }

  /** A copy of the numbers at the positions {@code from} to {@code end - 1}. */
  long[] copy(int from, int end) {
    var copy = new long[end - from];
    for (var done = 0; done < copy.length; ) {
      var start = (from + done) % BLOCK;
      var length = Math.min(BLOCK - start, copy.length - done);
      System.arraycopy(blocks.get((from + done) / BLOCK), start, copy, done, length);
      done += length;
    }
    return copy;
  }
}
