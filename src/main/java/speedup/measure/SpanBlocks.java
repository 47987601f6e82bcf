package speedup.measure;

import java.io.IOException;

/** {@link SpanColumns} as numbers in blocks of columns, for {@link TraceCodec}. */
final class SpanBlocks {
  private static final int BLOCK = 4_096;

  private SpanBlocks() {}

  static void write(VarintWriter out, SpanColumns spans, long runStart) throws IOException {
    out.unsigned(spans.size());
    for (int from = 0; from < spans.size(); from += BLOCK) {
      writeBlock(out, spans, from, Math.min(from + BLOCK, spans.size()), runStart);
    }
  }

  private static void writeBlock(
      VarintWriter out, SpanColumns spans, int from, int to, long runStart) throws IOException {
    long before = from == 0 ? runStart : spans.ended(from - 1);
    for (int i = from; i < to; i++) {
      out.signed(spans.started(i) - before);
      before = spans.ended(i);
    }
    for (int i = from; i < to; i++) {
      out.signed(spans.deserialise(i));
    }
    for (int i = from; i < to; i++) {
      out.signed(spans.compute(i));
    }
    for (int i = from; i < to; i++) {
      out.signed(spans.serialise(i));
    }
    for (int i = from; i < to; i++) {
      out.signed(spans.ended(i) - spans.started(i) - parts(spans, i));
    }
    int chunk = from == 0 ? 0 : spans.chunk(from - 1);
    for (int i = from; i < to; i++) {
      out.signed((long) spans.chunk(i) - chunk);
      chunk = spans.chunk(i);
    }
    int items = from == 0 ? 0 : spans.items(from - 1);
    for (int i = from; i < to; i++) {
      out.signed((long) spans.items(i) - items);
      items = spans.items(i);
    }
    for (int i = from; i < to; i++) {
      out.unsigned(spans.finished(i) ? 0 : 1);
    }
  }

  private static long parts(SpanColumns spans, int i) {
    return spans.deserialise(i) + spans.compute(i) + spans.serialise(i);
  }

  static SpanColumns read(VarintReader in, int count, long runStart) throws IOException {
    var block = new Block();
    var spans = new SpanColumns();
    block.before = runStart;
    for (int from = 0; from < count; from += BLOCK) {
      block.read(in, Math.min(BLOCK, count - from), spans);
    }
    return spans;
  }

  /** One block while it is read. */
  private static final class Block {
    final long[] gap = new long[BLOCK];
    final long[] deserialise = new long[BLOCK];
    final long[] compute = new long[BLOCK];
    final long[] serialise = new long[BLOCK];
    final long[] rest = new long[BLOCK];
    final long[] chunks = new long[BLOCK];
    final long[] items = new long[BLOCK];
    long before;
    long chunk;
    long itemsBefore;

    void read(VarintReader in, int size, SpanColumns spans) throws IOException {
      for (var column : new long[][] {gap, deserialise, compute, serialise, rest, chunks, items}) {
        for (int i = 0; i < size; i++) {
          column[i] = in.signed();
        }
      }
      for (int i = 0; i < size; i++) {
        boolean finished = in.unsigned() == 0;
        add(spans, i, finished);
      }
    }

    private void add(SpanColumns spans, int i, boolean finished) throws TraceException {
      long started = before + gap[i];
      before = started + deserialise[i] + compute[i] + serialise[i] + rest[i];
      chunk += chunks[i];
      itemsBefore += items[i];
      if ((int) chunk != chunk || (int) itemsBefore != itemsBefore) {
        throw new TraceException("is damaged");
      }
      if (finished) {
        spans.add(
            started,
            before,
            deserialise[i],
            compute[i],
            serialise[i],
            (int) chunk,
            (int) itemsBefore);
      } else {
        spans.addUnfinished(started, before, (int) chunk, (int) itemsBefore);
      }
    }
  }
}
