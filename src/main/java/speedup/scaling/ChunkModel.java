package speedup.scaling;

import java.util.OptionalDouble;

/**
 * Fitted run times by chunk size, in seconds: T(c) = work + perChunk k(c) / p + tailPerItem c (p-1)
 * / p, none of the three negative. Every chunk costs something fixed to hand over, and there are
 * k(c) = items / c of them, spread over p workers. At the end the last chunks end at different
 * times: a worker that is done waits for a part of a chunk's time, the longer the larger chunks
 * are.
 *
 * @param items of one run
 * @param workers p
 * @param work seconds that no chunk size changes
 * @param perChunk seconds for handing over one chunk
 * @param tailPerItem seconds by which each item in a chunk makes the end uneven; about half the
 *     time of an item where chunks end at random
 */
public record ChunkModel(
    long items, int workers, double work, double perChunk, double tailPerItem) {
  /** Expected seconds with so many items in a chunk, at least 1. */
  public double seconds(double chunkItems) {
    return work + overhead(chunkItems, workers);
  }

  /** The chunk that balances both costs; empty where one of them was not found. */
  public OptionalDouble best() {
    if (!(perChunk > 0 && tailPerItem > 0) || workers < 2) {
      return OptionalDouble.empty();
    }
    double best = Math.sqrt(perChunk * items / (tailPerItem * (workers - 1)));
    return OptionalDouble.of(Math.clamp(best, 1, items));
  }

  /** What cutting into chunks costs a run on p workers. */
  double overhead(double chunkItems, double p) {
    return handOvers(chunkItems, items, p) * perChunk + tail(chunkItems, p) * tailPerItem;
  }

  static double handOvers(double chunkItems, long items, double p) {
    return items / chunkItems / p;
  }

  static double tail(double chunkItems, double p) {
    return chunkItems * (p - 1) / p;
  }
}
