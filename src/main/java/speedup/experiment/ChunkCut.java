package speedup.experiment;

import speedup.workload.Stage;

/**
 * A stage cut into chunks of equal length, the last one shorter.
 *
 * @param items items of the stage
 * @param chunkItems items in a chunk
 */
record ChunkCut(long items, long chunkItems) {
  /** More chunks than this would not fit the books; the chunk length grows instead. */
  private static final long MAX_CHUNKS = 20_000_000;

  ChunkCut {
    chunkItems = Math.max(Math.clamp(chunkItems, 1, items), (items + MAX_CHUNKS - 1) / MAX_CHUNKS);
  }

  int chunks() {
    return (int) ((items + chunkItems - 1) / chunkItems);
  }

  long from(int chunk) {
    return chunk * chunkItems;
  }

  long to(int chunk) {
    return Math.min(items, from(chunk) + chunkItems);
  }

  int length(int chunk) {
    return (int) Math.min(Integer.MAX_VALUE, to(chunk) - from(chunk));
  }

  Object slice(Stage<Object, Object> stage, int chunk) {
    return stage.slice(from(chunk), to(chunk));
  }
}
