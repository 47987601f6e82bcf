package speedup.pool;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import speedup.pool.task.TaskFunction;

/**
 * A job: one function on many chunks.
 *
 * @param function what runs in the workers
 * @param chunks how many chunks, 0 or more
 * @param argument the argument of a chunk by its number; called on the pool's threads, more than
 *     once for a chunk that is tried again
 * @param items how many items a chunk holds, by its number
 * @param workers at most so many workers take part: places 0 to workers - 1
 * @param retries how often a chunk is given to another worker after its worker died
 * @param results takes the results
 * @param <A> a chunk's argument
 * @param <R> a chunk's result
 */
public record JobSpec<A, R>(
    TaskFunction<A, R> function,
    int chunks,
    IntFunction<A> argument,
    IntUnaryOperator items,
    int workers,
    int retries,
    ResultSink<R> results) {
  /** Checks the numbers. */
  public JobSpec {
    if (chunks < 0 || workers < 1 || retries < 0) {
      throw new IllegalArgumentException(
          "chunks and retries cannot be negative, and at least one worker must take part: %d, %d, %d"
              .formatted(chunks, retries, workers));
    }
  }
}
