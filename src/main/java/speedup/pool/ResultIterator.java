package speedup.pool;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Results one after the other, as they come. The input is pulled only as far ahead as the buffer
 * allows, so that it may be endless. An item that failed throws its {@link PoolException} when its
 * turn comes; the next call goes on with the next item. What the input itself throws comes after
 * the last result. Used by one thread. Closing it ends the job and interrupts the thread that pulls
 * the input; after that there are no more results.
 *
 * @param <R> a result
 */
public final class ResultIterator<R> implements Iterator<R>, AutoCloseable {
  private final StreamResults results;
  private final Job job;
  private final Runnable stop;
  private final Duration limit;
  private final long deadline;

  /** Without a limit of time. */
  ResultIterator(StreamResults results, Job job, Runnable stop) {
    this(results, job, stop, null);
  }

  private ResultIterator(StreamResults results, Job job, Runnable stop, Duration limit) {
    this.results = results;
    this.job = job;
    this.stop = stop;
    this.limit = limit;
    this.deadline = limit == null ? 0 : System.nanoTime() + TimeUnit.NANOSECONDS.convert(limit);
  }

  /** The same results, all of them within a time from now. */
  ResultIterator<R> within(Duration time) {
    return new ResultIterator<>(results, job, stop, time);
  }

  Job job() {
    return job;
  }

  /**
   * Waits until it is known whether there is another result. True also when the thread is
   * interrupted or a limit of time for all results is over: {@link #next} then says so.
   */
  @Override
  public boolean hasNext() {
    try {
      return results.hasNext(left());
    } catch (TimeoutException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Waits for the next result.
   *
   * @throws PoolException when its item failed
   * @throws PoolException.TimedOut when a limit of time for all results is over; this is then
   *     closed
   * @throws PoolException.Cancelled when the thread is interrupted; this is then closed
   * @throws java.util.NoSuchElementException after the last
   */
  @Override
  public R next() {
    try {
      return next(left());
    } catch (TimeoutException e) {
      close();
      throw new PoolException.TimedOut(limit, "not all results came");
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
  public R next(Duration timeout) throws TimeoutException, InterruptedException {
    return next(TimeUnit.NANOSECONDS.convert(timeout));
  }

  @SuppressWarnings("unchecked")
  private R next(long nanos) throws TimeoutException, InterruptedException {
    return (R) results.next(nanos);
  }

  private long left() {
    return limit == null ? Long.MAX_VALUE : deadline - System.nanoTime();
  }

  /** Ends the job: nothing more is pulled, what runs is stopped. */
  @Override
  public void close() {
    results.abandon();
    stop.run();
  }
}
