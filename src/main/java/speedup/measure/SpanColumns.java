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

  private static final class Block {
    final long[] started = new long[BLOCK];
    final long[] ended = new long[BLOCK];
    final long[] deserialise = new long[BLOCK];
    final long[] compute = new long[BLOCK];
    final long[] serialise = new long[BLOCK];
    final int[] chunk = new int[BLOCK];
    final int[] items = new int[BLOCK];
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
      last = new Block();
      blocks.add(last);
    }
    last.started[at] = started;
    last.ended[at] = ended;
    last.deserialise[at] = deserialise;
    last.compute[at] = compute;
    last.serialise[at] = serialise;
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
    return block(index).started[index & (BLOCK - 1)];
  }

  long ended(int index) {
    return block(index).ended[index & (BLOCK - 1)];
  }

  long deserialise(int index) {
    return block(index).deserialise[index & (BLOCK - 1)];
  }

  long compute(int index) {
    return block(index).compute[index & (BLOCK - 1)];
  }

  long serialise(int index) {
    return block(index).serialise[index & (BLOCK - 1)];
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
