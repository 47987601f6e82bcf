package speedup.pool;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeoutException;

/**
 * Results one after the other, as they come. The input is pulled only as far ahead as the buffer
 * allows, so that it may be endless. An item that failed throws its {@link PoolException} when its
 * turn comes; the next call goes on with the next item. What the input itself throws comes after
 * the last result. Used by one thread; closing it ends the job.
 *
 * @param <R> a result
 */
public final class ResultIterator<R> implements Iterator<R>, AutoCloseable {
  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private final StreamResults results;
  private final Runnable stop;

  ResultIterator(StreamResults results, Runnable stop) {
    this.results = results;
    this.stop = stop;
  }

  /** Waits until it is known whether there is another result. */
  @Override
  public boolean hasNext() {
    return results.hasNext();
  }

  /**
   * Waits for the next result.
   *
   * @throws PoolException when its item failed
   * @throws java.util.NoSuchElementException after the last
   */
  @Override
  public R next() {
    try {
      return next(FOR_EVER);
    } catch (TimeoutException e) {
      throw new IllegalStateException("three hundred years went by", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new PoolException.Cancelled();
    }
  }

  /**
   * As {@link #next()}, for a time.
   *
   * @throws TimeoutException when no result comes by then; a later call may get it
   */
  @SuppressWarnings("unchecked")
  public R next(Duration timeout) throws TimeoutException, InterruptedException {
    return (R) results.next(timeout);
  }

  /** Ends the job: nothing more is pulled, what runs is stopped. */
  @Override
  public void close() {
    results.abandon();
    stop.run();
  }
}
