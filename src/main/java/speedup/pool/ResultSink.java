package speedup.pool;

/**
 * Takes the results of a job's chunks.
 *
 * @param <R> a chunk's result
 */
@FunctionalInterface
public interface ResultSink<R> {
  /**
   * Called once for each chunk, in the order of completion, on several threads.
   *
   * @param worker the worker's place in the pool
   * @param chunk number of the chunk
   */
  void accept(int worker, int chunk, R result);
}
