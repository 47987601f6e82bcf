package speedup.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The chunks one worker ran, in the order in which it ran them, as columns of plain numbers: a run
 * may have millions. Grows by whole blocks, so nothing is copied while a run is timed. Not
 * thread-safe; its {@link LaneRecorder} guards it.
 */
final class SpanColumns {
  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final List<Block> blocks = new ArrayList<>();
  private final BitSet unfinished = new BitSet();
  private Block last;
  private int size;

  /**
   * A fixed number of chunks. Times count from the first one's start, so they nearly always fit
   * into an int; a block with a time that does not keeps longs.
   */
  private static final class Block {
    static final int STARTED = 0;
    static final int ENDED = 1;
    static final int DESERIALISE = 2;
    static final int COMPUTE = 3;
    static final int SERIALISE = 4;
    static final int TIMES = 5;

    final long base;
    final int[] chunk = new int[BLOCK];
    final int[] items = new int[BLOCK];
    private int[][] narrow = new int[TIMES][BLOCK];
    private long[][] wide;

    Block(long base) {
      this.base = base;
    }

    void set(int at, long started, long ended, long deserialise, long compute, long serialise) {
      if (wide == null
          && !(fits(started)
              && fits(ended)
              && fits(deserialise)
              && fits(compute)
              && fits(serialise))) {
        widen();
      }
      if (wide == null) {
        narrow[STARTED][at] = (int) started;
        narrow[ENDED][at] = (int) ended;
        narrow[DESERIALISE][at] = (int) deserialise;
        narrow[COMPUTE][at] = (int) compute;
        narrow[SERIALISE][at] = (int) serialise;
      } else {
        wide[STARTED][at] = started;
        wide[ENDED][at] = ended;
        wide[DESERIALISE][at] = deserialise;
        wide[COMPUTE][at] = compute;
        wide[SERIALISE][at] = serialise;
      }
    }

    long get(int column, int at) {
      return wide == null ? narrow[column][at] : wide[column][at];
    }

    private static boolean fits(long nanos) {
      return (int) nanos == nanos;
    }

    private void widen() {
      wide = new long[TIMES][BLOCK];
      for (int column = 0; column < TIMES; column++) {
        for (int at = 0; at < BLOCK; at++) {
          wide[column][at] = narrow[column][at];
        }
      }
      narrow = null;
    }
  }

  void add(
      long started,
      long ended,
      long deserialise,
      long compute,
      long serialise,
      int chunk,
      int items) {
    int at = size & (BLOCK - 1);
    if (at == 0) {
      last = new Block(started);
      blocks.add(last);
    }
    last.set(at, started - last.base, ended - last.base, deserialise, compute, serialise);
    last.chunk[at] = chunk;
    last.items[at] = items;
    size++;
  }

  /** A chunk that did not come to its end: all of its time was spent on the task. */
  void addUnfinished(long started, long ended, int chunk, int items) {
    unfinished.set(size);
    add(started, ended, 0, ended - started, 0, chunk, items);
  }

  int size() {
    return size;
  }

  long started(int index) {
    var block = block(index);
    return block.base + block.get(Block.STARTED, index & (BLOCK - 1));
  }

  long ended(int index) {
    var block = block(index);
    return block.base + block.get(Block.ENDED, index & (BLOCK - 1));
  }

  long deserialise(int index) {
    return block(index).get(Block.DESERIALISE, index & (BLOCK - 1));
  }

  long compute(int index) {
    return block(index).get(Block.COMPUTE, index & (BLOCK - 1));
  }

  long serialise(int index) {
    return block(index).get(Block.SERIALISE, index & (BLOCK - 1));
  }

  int chunk(int index) {
    return block(index).chunk[index & (BLOCK - 1)];
  }

  int items(int index) {
    return block(index).items[index & (BLOCK - 1)];
  }

  boolean finished(int index) {
    return !unfinished.get(index);
  }

  int unfinishedCount() {
    return unfinished.cardinality();
  }

  private Block block(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size + " chunks");
    }
    return blocks.get(index >>> BLOCK_BITS);
  }
}
