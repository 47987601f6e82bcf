package speedup.measure;

/**
 * Is told what a worker did, in the order of time. Times are nanoseconds since the run started;
 * each piece begins where the one before ended.
 */
interface LaneSink {
  /** A stretch without a chunk. */
  void gap(Gap gap, long from, long to);

  /**
   * A chunk, cut to the run; of no length where another one or the end of the run covers it.
   *
   * @param read when its argument was read
   * @param computed when its task was over
   * @param written when its result was written
   * @param to its end
   */
  void chunk(int index, long from, long read, long computed, long written, long to);
}
